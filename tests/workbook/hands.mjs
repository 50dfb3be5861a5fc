// What a person does with a keyboard, and what a person reads. Names are those that assistive technology says.
import {until} from './browser.mjs';

/** In the page: the name of an element, as near to the standard's as these pages need it. */
function nameOfFocus() {
  const element = document.activeElement;
  const named = one => {
    if (!one) return '';
    const label = one.getAttribute('aria-label');
    if (label) return label;
    const by = one.getAttribute('aria-labelledby');
    if (by) return by.split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ');
    if (one.labels?.length) return [...one.labels].map(each => [...each.childNodes].filter(node => !(node instanceof HTMLElement) || !node.matches('select, input, textarea')).map(node => node.textContent).join('')).join(' ');
    return one.textContent;
  };
  return named(element).replace(/\s+/g, ' ').trim();
}

export const focused = page => page.evaluate(nameOfFocus);
export const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };

/** `Control+s` */
export async function chord(page, modifier, key) {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
}

const fits = (name, wanted) => (wanted instanceof RegExp ? wanted.test(name) : name === wanted);

/** Presses Tab until the element of that name has the focus; fails when it comes round without it. */
export async function tabTo(page, wanted, {most = 400, back = false} = {}) {
  const seen = [];
  for (let count = 0; count < most; ++count) {
    if (back) await chord(page, 'Shift', 'Tab');
    else await page.keyboard.press('Tab');
    const name = await focused(page);
    if (fits(name, wanted)) return count + 1;
    seen.push(name.slice(0, 60));
  }
  throw new Error(`Tab never comes to ${wanted}; it came to: ${[...new Set(seen)].slice(0, 40).join(' | ')}`);
}

/** To a view, by keyboard: over the navigation. */
export async function goTo(page, view) {
  await page.evaluate(() => document.querySelector('a.skip').focus()); // the first stop of the page
  await tabTo(page, new RegExp(`^${view}( \\d+ (errors?|warnings?)| ?ok)?$`), {most: 60});
  await page.keyboard.press('Enter');
  await until(page, title => document.getElementById('main')?.getAttribute('aria-label') === title, `the view ${view}`, view);
  await frame(page);
}

/** The quick way to a view, where the way there is not what is tested. */
export async function show(page, id) {
  await page.evaluate(hash => { location.hash = hash; }, id);
  await until(page, hash => document.querySelector(`nav a[href="#${hash}"]`)?.getAttribute('aria-current') === 'page', `the view ${id}`, id);
  await frame(page);
}

/** Until the page has drawn twice: what a change led to is there. */
export const frame = page => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));

/** Opens what is folded away, also within what that shows, and waits until it is there: it is made when it is opened. */
export async function unfold(page, selector = '#main details', most = 1000) {
  for (let closed = 1; closed > 0;) {
    closed = await page.evaluate((selector, most) => {
      const folds = [...document.querySelectorAll(selector)].slice(0, most).filter(one => !one.open);
      for (const fold of folds) fold.open = true;
      return folds.length;
    }, selector, most);
    await frame(page);
  }
}

/** Gives the focus to the first element of a selector inside main or a dialog whose name fits; says whether there is one. */
export async function focusOn(page, selector, wanted) {
  const [source, flags] = wanted instanceof RegExp ? [wanted.source, wanted.flags] : [null, wanted];
  return page.evaluate((selector, source, flags) => {
    const nameOf = one => {
      const label = one.getAttribute('aria-label');
      if (label) return label;
      if (one.labels?.length) return [...one.labels].map(each => [...each.childNodes].filter(node => !(node instanceof HTMLElement) || !node.matches('select, input, textarea')).map(node => node.textContent).join('')).join(' ');
      return one.textContent;
    };
    const found = [...document.querySelectorAll(selector)].find(one => {
      const name = nameOf(one).replace(/\s+/g, ' ').trim();
      return one.getClientRects().length > 0 && (source === null ? name === flags : new RegExp(source, flags).test(name));
    });
    found?.focus();
    return found !== undefined;
  }, selector, source, flags);
}

/** Presses a button, with the keyboard. */
export async function push(page, wanted, within = '') {
  if (!(await focusOn(page, `${within} button`, wanted))) throw new Error(`there is no button ${wanted}`);
  await page.keyboard.press('Enter');
  await frame(page);
}

/** Types into the field of a place in the file, such as `steps[s1].action`, in place of what is there; leaves it by Tab. */
export async function fill(page, place, text) {
  const there = await page.evaluate(place => {
    const found = [...document.querySelectorAll('[data-place]')].find(one => one.dataset.place === place);
    for (let at = found; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    found?.focus();
    return found !== undefined && document.activeElement === found;
  }, place);
  if (!there) throw new Error(`there is no field for ${place}`);
  await write(page, text);
}

/** Types in place of what the field at hand holds. */
export async function write(page, text) {
  const kind = await page.evaluate(() => document.activeElement.type ?? '');
  if (kind === 'date') await typeDate(page, text);
  else if (kind === 'select-one') await choose(page, text);
  else {
    await chord(page, 'Control', 'a');
    await page.keyboard.press('Backspace');
    if (text.includes('\n')) {
      for (const [at, line] of text.split('\n').entries()) {
        if (at > 0) await page.keyboard.press('Enter');
        await page.keyboard.type(line);
      }
    } else await page.keyboard.type(text);
  }
  await page.keyboard.press('Tab');
  await frame(page);
}

/** 2026-03-15, as people type it into a field for a date of an American browser. */
async function typeDate(page, text) {
  const [year, month, day] = text.split('-');
  for (const part of [month, day, year]) await page.keyboard.type(part);
}

/** Takes a choice by the keys up and down. */
async function choose(page, value) {
  const steps = await page.evaluate(value => {
    const {options, selectedIndex} = document.activeElement;
    const at = [...options].findIndex(option => option.value === value);
    return at < 0 ? null : at - selectedIndex;
  }, value);
  if (steps === null) throw new Error(`there is no choice ${value}`);
  for (let count = 0; count < Math.abs(steps); ++count) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
}

export const said = page => page.evaluate(() => document.querySelector('p.said')?.textContent ?? '');
export const textOf = (page, selector = 'body') => page.evaluate(selector => [...document.querySelectorAll(selector)].map(one => one.innerText).join('\n'), selector);
