// The text of a file in the editor: every letter that is typed is there, nothing else changes, and cpm completes.
import {downloaded, open, recordOf, start, stop, until} from './browser.mjs';
import {check, expect, finish, has, parts} from './checks.mjs';
import {example, pageWith} from './county.mjs';
import {chord, frame, press, push, show, textOf} from './hands.mjs';

const file = 'support.yaml'; // without approvals, which completion then offers
const browser = await start();

/** Opens the example with this text in place of one file's, and that file in the editor, with the cursor at its end. */
async function atEndOf(text) {
  const given = example();
  const page = await open(browser, pageWith({...given, files: given.files.map(each => (each.path === file ? {...each, text} : each))}));
  await show(page, 'files');
  await page.evaluate(path => {
    const choice = document.querySelector('#main .choice select');
    choice.value = path;
    choice.dispatchEvent(new Event('change', {bubbles: true}));
  }, file);
  await until(page, path => document.querySelector('.cm-content')?.getAttribute('aria-label')?.includes(path), 'the file is in the editor', file);
  await page.focus('.cm-content');
  await chord(page, 'Control', 'End');
  return page;
}

/** The bytes of the file, as the page saves it. */
async function saved(page) {
  await push(page, 'Save this file');
  return (await downloaded(file)).toString();
}

const original = example().files.find(each => each.path === file).text;

await parts({
  async typing() {
    const page = await atEndOf(original);
    const typed = '# “Typed” quickly, with é and —, and every letter of it is there.';
    await page.keyboard.type(typed);
    await frame(page);
    expect('nothing that is typed quickly is lost, and no other byte changes', await saved(page), original + typed);
    await chord(page, 'Control', 'z');
    await frame(page);
    expect('undo takes it back', await saved(page), original);
    expect('typing leads to no error of the page', recordOf(page).errors, []);
    await page.close();
  },

  async lineEnds() {
    const windows = '\ufeff' + original.replace(/\n/g, '\r\n');
    const page = await atEndOf(windows);
    await page.keyboard.type('# one');
    await press(page, 'Enter');
    await page.keyboard.type('# two');
    await frame(page);
    expect('a byte order mark and line ends of Windows stay, and new lines end so', await saved(page), `${windows}# one\r\n# two`);
    await page.close();
    const mixed = original.replace('\n', '\r\n');
    const other = await atEndOf(mixed);
    await other.keyboard.type('# three');
    await frame(other);
    expect('line ends that nobody touched stay, also where they are mixed', await saved(other), `${mixed}# three`);
    await other.close();
  },

  async completion() {
    const page = await atEndOf(original);
    await page.keyboard.type('appro');
    const offer = await until(page, () => document.querySelector('.cm-tooltip-autocomplete li')?.textContent, 'something is offered');
    has('a key that is not there yet is offered', offer, 'approvals');
    await new Promise(done => setTimeout(done, 200)); // the list takes no key for a moment, lest it be an accident
    await press(page, 'Enter');
    await frame(page);
    check('Enter takes it', /\napprovals:/.test(await saved(page)), await textOf(page, '.cm-content'));
    await page.close();
  },

  async findings() {
    const page = await atEndOf(original);
    await page.keyboard.type('appro');
    await press(page, 'Escape');
    await until(page, () => document.querySelector('.cm-lint-marker-error') !== null, 'the margin marks the line');
    has('the finding below the text is in the words of cpm', await textOf(page, '#main .finding'), 'has no colon');
    await page.close();
  },
});
await stop();
finish();
