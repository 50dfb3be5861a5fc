// Judges HTML files: axe-core (WCAG 2.1 A and AA) in light and dark, nothing wider than the screen at 320 pixels, no words of a
// picture cut off or over each other there, nothing wider than Letter paper in print, nothing fetched, and the rules of
// html-validate. Prints one JSON line a file. Arguments: the folder of node modules, the
// configuration of html-validate, the browser, the files.
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

const [modules, rules, browser, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + '/'));
const {chromium} = require('playwright-core');
const {HtmlValidate, FileSystemConfigLoader} = require('html-validate');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const validator = new HtmlValidate(new FileSystemConfigLoader(JSON.parse(readFileSync(rules, 'utf8'))));
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

async function audit(page) {
  await page.evaluate(axe);
  return page.evaluate(async tags => {
    const found = await window.axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
    return {passes: found.passes.length,
            violations: found.violations.map(rule => `${rule.id}: ${rule.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', ')}`)};
  }, TAGS);
}

// Words of pictures that nobody can read (`narrow` numbers are left out on purpose; their table has them): beyond the picture's edge, where nothing scrolls to them, or over other words.
const lostWords = () => [...document.querySelectorAll('svg.chart')].flatMap(chart => {
  const sheet = chart.getBoundingClientRect();
  const texts = [...chart.querySelectorAll('text:not(.narrow)')].map(text => ({words: text.textContent, box: text.getBoundingClientRect()}));
  const cut = texts.filter(({box}) => box.right > sheet.right + 2 || box.left < sheet.left - 2).map(({words}) => 'cut off: ' + words);
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
                         Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
  const hidden = texts.flatMap((one, at) => texts.slice(at + 1).filter(two => over(one.box, two.box))
    .map(two => `over each other: ${one.words} | ${two.words}`));
  return [...cut, ...hidden];
});

const chrome = await chromium.launch({
  executablePath: browser, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']});
for (const file of files) {
  const address = pathToFileURL(file).href;
  const result = {file, axe: {}, passes: 0, fetched: [], scripts: 0};
  for (const colorScheme of ['light', 'dark']) {
    const page = await chrome.newPage({viewport: {width: 1280, height: 900}, colorScheme});
    page.on('request', request => { if (request.url() !== address) result.fetched.push(request.url()); });
    await page.goto(address);
    result.scripts = await page.evaluate(() => document.querySelectorAll('script, [onload], [onclick], [onerror]').length);
    const found = await audit(page);
    result.axe[colorScheme] = found.violations;
    result.passes += found.passes;
    await page.close();
  }
  const narrow = await chrome.newPage({viewport: {width: 320, height: 640}});
  await narrow.goto(address);
  result.width = await narrow.evaluate(() => document.documentElement.scrollWidth);
  result.headings = await narrow.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4')].map(one => +one.tagName[1]));
  result.pictures = await narrow.evaluate(() => [...document.querySelectorAll('svg[role=img]')].map(
    one => one.querySelector(':scope > title').textContent.length > 0 && one.querySelector(':scope > desc').textContent.length > 0));
  result.lost = (await narrow.evaluate(lostWords)).slice(0, 10);
  await narrow.setViewportSize({width: 672, height: 864});
  await narrow.emulateMedia({media: 'print'});
  result.paper = await narrow.evaluate(() => document.documentElement.scrollWidth);
  await narrow.close();
  const report = await validator.validateFile(file);
  result.rules = report.results.flatMap(one => one.messages.map(m => `${m.ruleId} ${m.line}:${m.column}: ${m.message}`)).slice(0, 10);
  console.log(JSON.stringify(result));
}
await chrome.close();
