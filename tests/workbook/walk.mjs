// From nothing to a plan wholly in the page, by keyboard and forms, and the same steps on the command line: every saved file and
// every report is the same, byte for byte.
import {mkdirSync} from 'node:fs';
import path from 'node:path';

import {open, recordOf, scratch, start, stop, until, downloaded} from './browser.mjs';
import {check, expect, finish, has, parts} from './checks.mjs';
import {cpm, pageWith} from './county.mjs';
import {fill, frame, press, push, show, textOf, unfold, write} from './hands.mjs';
import {addRecord, answer, atItem, beginCounty, everyFile, judge, prioritize, savedFolder, savedReport, titlesOfReports, writtenReport} from './work.mjs';

const DAY = '2026-03-15';
const SNAPSHOT = `snapshots/${DAY}.yaml`;
const PLAN = 'plans/2026-03.yaml';
const home = path.join(scratch, 'by command');
mkdirSync(home);
const folder = path.join(home, 'yolo');

/** One value on the command line; it must be written. */
function set(file, place, ...value) {
  const done = JSON.parse(cpm(folder, 'set', '--as-of', DAY, '--format', 'json', '--', file, place, ...value));
  check(`cpm set ${file} ${place}`, ['written', 'unchanged'].includes(done.result.outcome), done);
}

const browser = await start();
const page = await open(browser, pageWith(null), {day: DAY});

cpm(home, 'init', 'yolo', '--county', 'yolo', '--as-of', DAY);
const items = JSON.parse(cpm(folder, 'list', 'items', '--format', 'json')).result.entries;
const titleOf = id => items.find(item => item.id === id).title;

/** A text of a file, in both ways. */
async function both(file, place, text) {
  await fill(page, place, text);
  set(file, place, text);
}

/** What one person answers: a score, or a state with its note. */
function answerTo(at) {
  if (at === 9) return {key: 'd', state: 'dont_know', note: 'Ask the coaches: who has time? "Nobody" is an answer, too.'};
  if (at === 24) return {key: 'x', state: 'not_applicable', note: 'No Tribe has land here: # see the minutes'};
  return {key: String([1, 0, 2, 1, 0, 2, 2][at % 7])};
}

const chosen = [3, 15, 29, 35].map(at => items[at]).map(item => item.id);

await parts({
  async answers() {
    await beginCounty(page, 'Yolo');
    await atItem(page, items[0].id);
    for (const [at, item] of items.entries()) {
      const given = answerTo(at);
      await answer(page, given.key, given.note);
      if (given.state) {
        set(SNAPSHOT, `ratings.${item.id}.state`, given.state);
        set(SNAPSHOT, `ratings.${item.id}.note`, given.note);
        await atItem(page, item.id);
      } else set(SNAPSHOT, `ratings.${item.id}.score`, given.key);
      await press(page, 'n');
    }
    has('every item has an answer', await textOf(page, '#main'), 'Every item has an answer.');
  },

  async changes_of_mind() {
    await atItem(page, 'or-vision');
    await answer(page, 'd', 'Which version of the statement?');
    await atItem(page, 'or-vision');
    await answer(page, '2');
    set(SNAPSHOT, 'ratings.or-vision.state', 'dont_know');
    set(SNAPSHOT, 'ratings.or-vision.note', 'Which version of the statement?');
    set(SNAPSHOT, 'ratings.or-vision.score', '2');
  },

  async votes_and_evidence() {
    await atItem(page, 'wd-coaching');
    await unfold(page, '#item-wd-coaching details');
    for (const [value, count] of [['0', '7'], ['1', '4']]) {
      await page.evaluate(value => [...document.querySelectorAll('#item-wd-coaching .votes input')][Number(value)].focus(), value);
      await write(page, count);
    }
    set(SNAPSHOT, 'ratings.wd-coaching.votes', '{"0": 7, "1": 4}');
    await both(SNAPSHOT, 'ratings.wd-coaching.evidence[+]', 'Coaching log: January to March');
    await both(SNAPSHOT, 'ratings.wd-coaching.evidence[+]', 'https://example.org/survey?year=2026#q4');
    await both(SNAPSHOT, 'ratings.wd-coaching.comment', 'Two units began.\nThe others: no time yet.');
  },

  /** A pause in the middle of a text writes what is there so far; the text as a whole must end up as if it was typed at once. */
  async pauses_while_typing() {
    await atItem(page, 'or-team');
    await unfold(page, '#item-or-team details');
    await page.evaluate(() => document.querySelector('[data-place="ratings.or-team.comment"]').focus());
    for (const piece of ['Not yet: ', 'no', ', they said ']) {
      await page.keyboard.type(piece);
      await new Promise(done => setTimeout(done, 800));
      await frame(page);
    }
    await page.keyboard.type('in May');
    await press(page, 'Tab');
    await frame(page);
    set(SNAPSHOT, 'ratings.or-team.comment', 'Not yet: no, they said in May');
    await page.evaluate(() => document.querySelector('[data-place="ratings.or-team.evidence[+]"]').focus());
    for (const piece of ['Minutes of ', 'the team ']) {
      await page.keyboard.type(piece);
      await new Promise(done => setTimeout(done, 800));
    }
    await page.keyboard.type('in May');
    await press(page, 'Tab');
    await frame(page);
    set(SNAPSHOT, 'ratings.or-team.evidence[+]', 'Minutes of the team in May');
  },

  async about() {
    await unfold(page, '#main > details');
    await both(SNAPSHOT, 'contact.name', 'Ana Núñez');
    await both(SNAPSHOT, 'contact.email', 'ana@example.org');
    await both(SNAPSHOT, 'contact.phone', '(530) 555-0100');
    await both(SNAPSHOT, 'participants[2].count', '9');
  },

  async chooses() {
    await show(page, 'analysis');
    let entry = 0;
    for (const [id, importance, feasibility] of chosen.map((id, at) => [id, ...[[3, 2], [3, 1], [2, 3], [1, 1]][at]])) {
      await judge(page, id, importance, feasibility);
      set(SNAPSHOT, 'analysis.feasibility[+]', `{item: "${id}", importance: ${importance}}`);
      set(SNAPSHOT, `analysis.feasibility[${++entry}].feasibility`, String(feasibility));
    }
    for (const [at, id] of chosen.slice(0, 3).entries()) {
      const reason = `It comes ${['first', 'second', 'third'][at]}: the team agreed.`;
      const short = await prioritize(page, titleOf(id), reason);
      set(SNAPSHOT, 'priorities[+]', `{id: "${short}", area: "${id.slice(0, 2)}", title: "${titleOf(id)}", items: ["${id}"], rank: ${at + 1}}`);
      set(SNAPSHOT, `priorities[${short}].reason`, reason);
    }
    await show(page, 'snapshot');
    await unfold(page, '#main > details');
    await both(SNAPSHOT, 'status', 'final');
  },

  async plans() {
    await show(page, 'plan');
    await push(page, 'Make a plan from the Snapshot');
    await until(page, () => document.getElementById('plan-steps') !== null, 'the plan');
    cpm(folder, 'new', 'plan', '--from', SNAPSHOT, '--as-of', DAY, '-o', PLAN);
    await both(PLAN, 'objectives[o1].statement', 'Every unit has a coach by June 2027');
    await both(PLAN, 'steps[s1].action', 'Ask each unit: who would like to coach?');
    await both(PLAN, 'steps[s1].due', '2026-11-30');
    await both(PLAN, 'steps[s1].status', 'in_progress');
    await addRecord(page, 'step', {Objective: 'o1', Action: 'Agree on the hours of coaches'});
    const made = await page.evaluate(() => [...document.querySelectorAll('[data-place^="steps["][data-place$="].action"]')].map(one => one.dataset.place).at(-1));
    const id = made.slice('steps['.length, -'].action'.length);
    set(PLAN, 'steps[+]', `{id: "${id}", objective: "o1", action: "Agree on the hours of coaches"}`);
    await both(PLAN, `steps[${id}].due`, '2026-12-15');
    await both(PLAN, 'horizon.reassess', '2027-06-30');
  },

  async asks_for_support() {
    await show(page, 'support');
    await push(page, 'Begin one');
    cpm(folder, 'new', 'support', '--as-of', DAY, '-o', 'support.yaml');
    await both('support.yaml', 'needs[n1].request', 'Three days of coaching for six new coaches');
    await both('support.yaml', 'needs[n1].needed_by', '2026-10-01');
    await show(page, 'theory');
    await both('theory-of-change.yaml', 'title', 'Why coaching should help: our theory');
  },

  async files_are_the_same() {
    const [page_files, command_files] = [everyFile(await savedFolder(page, 'yolo')), everyFile(folder)];
    expect('the same files are there', Object.keys(page_files).sort(), Object.keys(command_files).sort());
    for (const [name, text] of Object.entries(command_files)) expect(`${name} is the same, byte for byte`, page_files[name] ?? '', text);
  },

  async reports_are_the_same() {
    await show(page, 'reports');
    const rows = {
      Snapshot: ['snapshot', SNAPSHOT], Plan: ['plan', PLAN], 'Status of the plan': ['status', PLAN], Support: ['support', 'support.yaml'],
      'Theory of change': ['theory', 'theory-of-change.yaml'], 'Handover to a new director': ['handover', PLAN],
      'System Improvement Plan': ['sip'], 'All on one page': ['county'],
    };
    expect('the page offers these reports', (await titlesOfReports(page)).sort(), Object.keys(rows).sort());
    for (const [title, [name, ...files]] of Object.entries(rows)) {
      for (const [format, ending] of [['HTML', 'html'], ['Markdown', 'md']]) {
        const [made, wanted] = [await savedReport(page, title, name, format), writtenReport(folder, DAY, `${name}.${ending}`, 'report', name, ...files)];
        expect(`${name} as ${format}: the same files`, Object.keys(made).sort(), Object.keys(wanted).sort());
        for (const [file, text] of Object.entries(wanted)) expect(`${file} is the same, byte for byte`, made[file] ?? '', text);
      }
    }
    await push(page, 'Save the plan’s calendar');
    expect('the calendar is the same, byte for byte', (await downloaded('plan.ics')).toString('latin1'), writtenReport(folder, DAY, 'plan.ics', 'plan', 'calendar')['plan.ics']);
    expect('nothing went wrong in the page', recordOf(page).errors, []);
  },
});
await stop();
finish();
