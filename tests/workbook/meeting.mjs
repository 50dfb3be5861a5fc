// A recorded meeting: eleven people vote on the 42 items, by keyboard alone. Votes are counted hidden and shown together; the team
// agrees, leaves items for later and takes them up again; then priorities, and a plan.
import {readFileSync} from 'node:fs';
import path from 'node:path';

import {open, recordOf, start, stop, until} from './browser.mjs';
import {check, expect, finish, has, parts} from './checks.mjs';
import {cpm, pageWith} from './county.mjs';
import {fill, frame, goTo, press, push, said, show, tabTo, textOf, unfold, write} from './hands.mjs';
import {beginCounty, judge, prioritize, savedFolder, savedReport, writtenReport} from './work.mjs';

const DAY = '2026-03-15';
const PEOPLE = 11;
const LATER = [7, 19, 32]; // left for later
const OUTSIDE = 4; // the team agrees on what nobody voted for
const UNKNOWN = 11; // the team does not know
const REASON = 'The pilot units voted. The others, who could not come, have nothing in place.';
const NEED = 'Ask the two regional offices by April.';

/** The votes of the record: the same each time, different from item to item. */
function votesOn(at) {
  if (at === OUTSIDE) return Array.from({length: PEOPLE}, (_, who) => 1 + (who % 2));
  return Array.from({length: PEOPLE}, (_, who) => (who * who * (at % 4 + 1) + at * 3) % 7 % 3);
}

const countsOf = votes => [0, 1, 2].map(value => votes.filter(vote => vote === value).length);
const agreed = at => (at === OUTSIDE ? 0 : countsOf(votesOn(at)).reduce((best, count, value, all) => (count > all[best] ? value : best), 0));

const stage = page => page.evaluate(() => ({
  where: document.querySelector('.stage .where')?.textContent ?? '', title: document.getElementById('stage-title')?.textContent ?? '',
  choices: document.querySelector('.stage .choices')?.innerHTML ?? '', count: document.querySelector('.stage .count')?.textContent ?? '',
  bars: [...document.querySelectorAll('.stage .vote-bar')].map(bar => Number(bar.textContent.replace(/\D/g, ''))),
  asks: [...document.querySelectorAll('.stage .ask')].map(ask => ask.textContent).join(' '), text: document.querySelector('.stage')?.innerText ?? '',
}));

const browser = await start();
const page = await open(browser, pageWith(null), {day: DAY});
const titles = [];

/** All eleven votes on the item at hand: nothing but their number may show. */
async function voteOn(at) {
  const before = await stage(page);
  has(`item ${at + 1} is on the stage`, before.where, `item ${at + 1} of 42`);
  titles[at] = before.title;
  await press(page, ...votesOn(at).map(String));
  await frame(page);
  const voted = await stage(page);
  expect(`item ${at + 1}: the choices look the same while people vote`, voted.choices, before.choices);
  expect(`item ${at + 1}: no vote shows`, voted.bars, []);
  has(`item ${at + 1}: all votes are counted`, voted.count, `${PEOPLE} of ${PEOPLE} votes are in`);
}

async function showVotes(at) {
  await press(page, 'Enter');
  await frame(page);
  expect(`item ${at + 1}: the votes are shown together`, (await stage(page)).bars, countsOf(votesOn(at)));
}

await parts({
  async begins() {
    await beginCounty(page, 'Yolo');
    await unfold(page, '#main details', 1);
    await fill(page, 'participants[2].count', '9'); // with the director and the parent partner: eleven
    await goTo(page, 'Meeting');
    await tabTo(page, 'People who vote');
    expect('as many may vote as took part', await page.evaluate(() => document.activeElement.value), String(PEOPLE));
    await goTo(page, 'Meeting');
  },

  async takes_a_vote_back() {
    await press(page, '0', '0', 'Backspace');
    await frame(page);
    has('one vote is left', (await stage(page)).count, `1 of ${PEOPLE} vote is in`);
    await press(page, 'Backspace', 'Backspace');
    await frame(page);
    has('no vote is left', (await stage(page)).count, `0 of ${PEOPLE} votes are in`);
  },

  async votes() {
    for (let at = 0; at < 42; ++at) {
      if (LATER.includes(at)) {
        titles[at] = (await stage(page)).title;
        await press(page, 'l');
        await frame(page);
        continue;
      }
      if (at === UNKNOWN) {
        titles[at] = (await stage(page)).title;
        await press(page, 'd');
        await frame(page);
        await tabTo(page, 'What is needed to answer');
        await write(page, NEED);
        await press(page, 'n');
        await frame(page);
        continue;
      }
      await voteOn(at);
      if (at === 2) {
        await press(page, '2'); // a twelfth vote
        await frame(page);
        has('a vote too many is not counted', (await stage(page)).count, `${PEOPLE} of ${PEOPLE}`);
        has('a vote too many is told', await said(page), 'All 11 votes are in');
      }
      await showVotes(at);
      await press(page, String(agreed(at)));
      await frame(page);
      if (at !== OUTSIDE) continue;
      const asked = await stage(page);
      has('an agreed score that nobody voted for stays on the stage', asked.where, `item ${at + 1} of 42`);
      has('an agreed score that nobody voted for needs a reason', asked.asks, 'Write down why');
      await tabTo(page, 'Reason, in a sentence');
      await write(page, REASON);
      await press(page, 'n');
      await frame(page);
    }
  },

  async takes_up_what_was_left() {
    const words = async () => (await textOf(page, '.standing')).replace(/\s+/g, ' ');
    const standing = await words();
    for (const at of LATER) has('what was left for later is named', standing, titles[at]);
    has('the page says how far the meeting is', standing, `${42 - LATER.length} of 42 answered`);
    for (const at of LATER) {
      await page.evaluate(() => document.querySelector('a.skip').focus());
      await tabTo(page, titles[at], {most: 30});
      await press(page, 'Enter');
      await frame(page);
      await voteOn(at);
      await showVotes(at);
      await press(page, String(agreed(at)));
      await frame(page);
    }
    has('nothing is left', await words(), '42 of 42 answered');
    check('nothing is named for later any more', !(await words()).includes('Left for later'), await words());
  },

  async chooses_priorities() {
    await goTo(page, 'Analysis');
    const low = await page.evaluate(() => [...document.querySelectorAll('table.judgments tbody th')].map(head => [head.querySelector('.id').textContent, head.firstChild.textContent.trim()]));
    check('there are opportunities', low.length > 10, low);
    for (const [at, [item]] of low.slice(0, 5).entries()) await judge(page, item, 3 - (at % 2), 1 + (at % 3));
    for (const [, title] of low.slice(0, 3)) await prioritize(page, title, `It comes first for us: ${title}.`);
    has('three priorities are enough', await textOf(page, '#main'), '3 priorities chosen');
    await goTo(page, 'Plan');
    await push(page, 'Make a plan from the Snapshot');
    await until(page, () => document.getElementById('plan-steps') !== null, 'the plan');
    await show(page, 'snapshot');
    await unfold(page, '#main details', 1);
    await fill(page, 'status', 'final');
  },

  async saves_the_record() {
    const folder = await savedFolder(page, 'yolo');
    const snapshot = `snapshots/${DAY}.yaml`;
    const found = JSON.parse(cpm(folder, 'check', '--as-of', DAY, '--format', 'json'));
    expect('the saved files have no errors', found.findings.filter(each => each.severity === 'error').map(each => `${each.file}:${each.line}: ${each.message}`), []);
    expect('the page shows as many findings', await page.evaluate(() => document.querySelector('nav a[href="#findings"] .badge')?.textContent),
      found.result.errors > 0 ? `${found.result.errors} errors` : found.result.warnings > 0 ? `${found.result.warnings} warning${found.result.warnings === 1 ? '' : 's'}` : 'ok');
    const {result} = JSON.parse(cpm(folder, 'score', '--explain', '--format', 'json', snapshot));
    expect('the file holds every vote and what was agreed', result.items.map(each => [each.item, each.score, each.votes && [0, 1, 2].map(value => each.votes.counts[value] ?? 0)]),
      result.items.map((each, at) => (at === UNKNOWN ? [each.item, null, null] : [each.item, agreed(at), countsOf(votesOn(at))])));
    has('the file holds the reason', readFileSync(path.join(folder, snapshot), 'utf8'), `comment: ${REASON}`);
    for (const [title, name, file] of [['Snapshot', 'snapshot', snapshot], ['Plan', 'plan', 'plans/2026-03.yaml'], ['Status of the plan', 'status', 'plans/2026-03.yaml']])
      expect(`the report ${name} is the command line's`, await savedReport(page, title, name), writtenReport(folder, DAY, `${name}.html`, 'report', name, file));
    expect('nothing went wrong in the page', recordOf(page).errors, []);
  },
});
await stop();
finish();
