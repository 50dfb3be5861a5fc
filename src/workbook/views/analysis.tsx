// Analysis: strengths and opportunities, importance and feasibility in one grid, the ranking and how firm it is; then the priorities.
import { useState } from 'preact/hooks';

import { chosenFile, contentOf, instrument as instrumentOf, rank as rankOf } from '../county/ask';
import { formOf, idFrom, quoted, recordText, shapeOf } from '../county/form';
import { answerOf, ratingOf } from '../county/rating';
import { counted, FileChoice } from '../parts/common';
import { useReach } from '../parts/context';
import { RecordFields, RecordList } from '../parts/record';
import { below, entriesBelow, entryPlace, type Instrument, type Item, type Node, type Ranked, textBelow } from '../engine/results';
import { NoSnapshot } from './begin';

interface Place {
  file: string;
  content: Node | null;
  instrument: Instrument;
}

export function AnalysisView() {
  const { wb, desk } = useReach();
  const file = chosenFile(wb, 'snapshot', desk.chosen['snapshot']);
  if (file === undefined) return <NoSnapshot />;
  const instrument = instrumentOf(wb, file);
  if (!instrument) return <p class="notice">The instrument of this Snapshot was not found. The findings say why.</p>;
  const place = { file, content: contentOf(wb, file).content, instrument };
  return (
    <>
      <header class="view-head">
        <h1>Analysis: what comes first?</h1>
        <FileChoice kind="snapshot" label="Snapshot" />
      </header>
      <Judgments {...place} />
      <Ranking {...place} />
      <Priorities {...place} />
      <AnalysisTexts {...place} />
    </>
  );
}

const itemsOf = (instrument: Instrument): Item[] => instrument.areas.flatMap((area) => area.items);

/** Items that have a score below the top of the scale. */
function opportunities({ content, instrument }: Place): Item[] {
  const top = Math.max(...instrument.scale.map((value) => value.value));
  return itemsOf(instrument).filter((item) => {
    const answer = answerOf(ratingOf(content, item.id));
    return /^\d+$/.test(answer) && Number(answer) < top;
  });
}

/** The opportunity with which an item is judged, where it has no judgment of its own: `begin: importance 3, feasibility 2`. */
function groupOf(content: Node | null, item: string): string {
  const groups = entriesBelow(content, 'analysis', 'opportunities').filter((group) => entriesBelow(group, 'items').some((each) => each.text === item));
  const found = entriesBelow(content, 'analysis', 'feasibility').find((entry) => groups.some((group) => textBelow(group, 'id') !== '' && textBelow(group, 'id') === textBelow(entry, 'opportunity')));
  return found ? `${textBelow(found, 'opportunity')}: importance ${textBelow(found, 'importance') || '–'}, feasibility ${textBelow(found, 'feasibility') || '–'}` : '';
}

interface Judgment {
  importance: string;
  feasibility: string;
  place: string | undefined;
}

function judgmentOf(content: Node | null, item: string): Judgment {
  const entries = entriesBelow(content, 'analysis', 'feasibility');
  const at = entries.findIndex((entry) => textBelow(entry, 'item') === item);
  const entry = entries[at];
  return {
    importance: textBelow(entry, 'importance'),
    feasibility: textBelow(entry, 'feasibility'),
    place: entry && `analysis.feasibility[${at + 1}]`,
  };
}

const levels = ['1', '2', '3'];
const kEvenWeights = 'gap=1,importance=1,feasibility=1';
const titlesOf = (instrument: Instrument): Map<string, string> => new Map(itemsOf(instrument).map((item) => [item.id, item.title]));

function Judgments(place: Place) {
  const { wb } = useReach();
  const { file, content } = place;
  const items = opportunities(place);
  const judge = (item: Item, key: 'importance' | 'feasibility', value: string) => {
    const judgment = judgmentOf(content, item.id);
    const label = `${key} of ${item.id}`;
    if (judgment.place !== undefined) wb.set(label, file, [value === '' ? { place: `${judgment.place}.${key}`, remove: true } : { place: `${judgment.place}.${key}`, value }]);
    else if (value !== '') wb.set(label, file, [{ place: 'analysis.feasibility[+]', value: recordText([['item', quoted(item.id)], [key, value]]) }]);
  };
  if (items.length === 0) return <p class="notice">No item has a score below the top of its scale yet. Opportunities come from those.</p>;
  return (
    <section aria-labelledby="judgments">
      <h2 id="judgments">Importance and feasibility</h2>
      <p>For each opportunity: how much would it matter, and how hard is it? 1 is low, 3 is high; feasibility 3 is easy.</p>
      <Matrix {...place} />
      <div class="scroll" tabIndex={0} role="region" aria-label="Importance and feasibility of each opportunity">
        <table class="judgments">
          <thead><tr><th scope="col">Opportunity</th><th scope="col">Score</th><th scope="col">Importance</th><th scope="col">Feasibility</th></tr></thead>
          <tbody>
            {items.map((item) => {
              const judgment = judgmentOf(content, item.id);
              const group = judgment.place === undefined ? groupOf(content, item.id) : '';
              return (
                <tr key={item.id}>
                  <th scope="row">{item.title} <span class="id">{item.id}</span>{group && <small> judged with its opportunity, {group}</small>}</th>
                  <td class="n">{answerOf(ratingOf(content, item.id))}</td>
                  <td><Level name={`importance-${item.id}`} label={`Importance of ${item.title}`} value={judgment.importance} change={(value) => judge(item, 'importance', value)} /></td>
                  <td><Level name={`feasibility-${item.id}`} label={`Feasibility of ${item.title}`} value={judgment.feasibility} change={(value) => judge(item, 'feasibility', value)} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Level({ name, label, value, change }: { name: string; label: string; value: string; change(value: string): void }) {
  return (
    <fieldset class="level">
      <legend class="away">{label}</legend>
      {levels.map((level) => (
        <label key={level} class={value === level ? 'chosen' : ''}>
          <input type="radio" name={name} checked={value === level} onChange={() => change(level)} onClick={() => { if (value === level) change(''); }} />{level}
        </label>
      ))}
    </fieldset>
  );
}

/** Where the opportunities lie, as cpm ranks them: important and easy at the top right. The table below says the same. */
function Matrix({ file, instrument }: Place) {
  const { wb } = useReach();
  const ranking = rankOf(wb, file, kEvenWeights);
  const titles = titlesOf(instrument);
  const judged = ranking?.items ?? [];
  const open = ranking?.unjudged.length ?? 0;
  return (
    <figure class="matrix">
      <figcaption>Opportunities by importance and feasibility{open > 0 && `; ${counted(open, 'opportunity', 'opportunities')} not judged yet`}</figcaption>
      <p class="axis" aria-hidden="true"><span>↑ more important</span></p>
      <div class="cells" role="list">
        {[...levels].reverse().flatMap((importance) => levels.map((feasibility) => {
          const here = judged.filter((each) => String(each.importance) === importance && String(each.feasibility) === feasibility);
          return (
            <div role="listitem" key={importance + feasibility} class={`cell w${Number(importance) + Number(feasibility)}`}>
              <span class="away">Importance {importance}, feasibility {feasibility}:</span>
              {here.length === 0 ? <span class="away">none</span> : here.map((each) => <span class="chip" key={each.item} title={titles.get(each.item)}>{each.item}</span>)}
            </div>
          );
        }))}
      </div>
      <p class="axis" aria-hidden="true"><span>hard to do</span><span>easy to do →</span></p>
    </figure>
  );
}

const factors = [
  { key: 'gap', words: 'Gap to the top score' },
  { key: 'importance', words: 'Importance' },
  { key: 'feasibility', words: 'Feasibility' },
] as const;

function Ranking(place: Place) {
  const { wb } = useReach();
  const [weights, setWeights] = useState({ gap: 1, importance: 1, feasibility: 1 });
  const text = factors.map(({ key }) => `${key}=${weights[key]}`).join(',');
  const none = factors.every(({ key }) => weights[key] === 0);
  const ranking = none ? undefined : rankOf(wb, place.file, text);
  const titles = titlesOf(place.instrument);
  return (
    <section aria-labelledby="ranking">
      <h2 id="ranking">The order, and how firm it is</h2>
      <p>The order is advice: the team decides. “Holds in” says in how many of {ranking?.weightings ?? 231} ways to weigh the three an item stays among the first {ranking?.top ?? 5}.</p>
      <div class="sliders">
        {factors.map(({ key, words }) => (
          <label key={key}>{words}: <output>{weights[key]}</output>
            <input type="range" min={0} max={5} step={1} value={weights[key]} onInput={(event) => setWeights({ ...weights, [key]: Number(event.currentTarget.value) })} />
          </label>
        ))}
      </div>
      {none && <p class="notice">All weights are 0, so nothing can be ranked.</p>}
      {ranking && (
        <>
          <div class="scroll" tabIndex={0} role="region" aria-label="Opportunities in order">
            <table>
              <thead><tr><th scope="col">Rank</th><th scope="col">Opportunity</th><th scope="col">Score</th><th scope="col">Importance</th><th scope="col">Feasibility</th><th scope="col">Value</th><th scope="col">Holds in</th><th scope="col">Priority</th></tr></thead>
              <tbody>
                {ranking.items.map((each) => (
                  <tr key={each.item}>
                    <td class="n">{each.rank}{each.shared && '='}</td>
                    <th scope="row">{titles.get(each.item)} <span class="id">{each.item}</span>{each.waits_for.length > 0 && <small> builds on {each.waits_for.join(', ')}</small>}</th>
                    <td class="n">{each.score}</td><td class="n">{each.importance}</td><td class="n">{each.feasibility}</td>
                    <td class="n">{each.value.toFixed(1)}</td>
                    <td class="n">{each.holds === each.holds_at_most ? each.holds : `${each.holds} to ${each.holds_at_most}`}</td>
                    <td><Choose {...place} ranked={each} title={titles.get(each.item) ?? each.item} /></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {ranking.unjudged.length > 0 && <p class="quiet">Not ranked, since importance or feasibility is not judged yet: {ranking.unjudged.map((each) => titles.get(each.item)).join('; ')}.</p>}
        </>
      )}
    </section>
  );
}

/** Makes a priority of an opportunity, or says of which priority it is part. */
function Choose({ file, content, ranked, title }: Place & { ranked: Ranked; title: string }) {
  const { wb } = useReach();
  const priorities = entriesBelow(content, 'priorities');
  const at = priorities.findIndex((priority) => entriesBelow(priority, 'items').some((item) => item.text === ranked.item));
  if (at >= 0) return <span>Priority {textBelow(priorities[at], 'rank') || at + 1}</span>;
  const choose = () => {
    const ids = priorities.map((priority) => textBelow(priority, 'id'));
    const ranks = priorities.map((priority) => Number(textBelow(priority, 'rank')) || 0);
    wb.set(`priority “${title}”`, file, [{
      place: 'priorities[+]',
      value: recordText([['id', quoted(idFrom(title, ids))], ['area', quoted(ranked.area)], ['title', quoted(title)], ['items', `[${quoted(ranked.item)}]`], ['rank', String(Math.max(0, ...ranks) + 1)]]),
    }]);
  };
  return <button type="button" class="small" onClick={choose} aria-label={`Choose as a priority: ${title}`}>Choose</button>;
}

function Priorities({ file, content }: Place) {
  const { wb } = useReach();
  const form = formOf(wb, 'snapshot');
  const node = below(content, 'priorities');
  const count = node?.entries?.length ?? 0;
  const row = form && shapeOf(form, form.shape).record?.find((each) => each.key === 'priorities');
  const shape = form && row && shapeOf(form, row.shape).of;
  return (
    <section aria-labelledby="priorities">
      <h2 id="priorities">Priorities for local planning</h2>
      <p class={count >= 3 && count <= 5 ? 'good' : 'notice'}>{counted(count, 'priority', 'priorities')} chosen; 3 to 5 are usual. Each needs its reason.</p>
      {(node?.entries ?? []).map((priority, at) => (
        <div class="card" key={textBelow(priority, 'id') || at}>
          <h3>{textBelow(priority, 'title')}</h3>
          <RecordFields kind="snapshot" file={file} place={entryPlace('priorities', priority, at)} node={priority} shape={shape} only={['title', 'reason', 'rank']} />
        </div>
      ))}
      <details><summary>All fields, order and removal</summary>
        {shape && <RecordList kind="snapshot" file={file} place="priorities" node={node} shape={shape} />}
      </details>
    </section>
  );
}

function AnalysisTexts({ file, content }: Place) {
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">Strengths and opportunities in the team’s words</h2>
      <RecordFields kind="snapshot" file={file} place="" node={content ?? undefined} only={['analysis']} />
    </section>
  );
}
