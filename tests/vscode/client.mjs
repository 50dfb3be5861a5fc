// The extension as it is packed, in a stand-in for the editor: client.mjs EXTENSION-FOLDER CPM COUNTY NODE-MODULES. COUNTY is a copy
// of examples/alder that may be changed.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const [folder, cpm, county, modules] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { editorOf, documentOf } = require('./editor.cjs');
const { URI } = require(path.join(modules, 'vscode-uri'));
const counts = { passed: 0, failed: 0 };

function check(what, fine, ...shown) {
  ++counts[fine ? 'passed' : 'failed'];
  if (!fine) console.log(`FAILED ${what}`, ...shown);
}

async function until(what, is) {
  for (let tries = 0; tries < 400 && !is(); ++tries) await pause(25);
  check(what, is());
}

/** The extension, loaded anew for this editor. */
function extensionIn(editor) {
  const file = path.join(folder, 'dist/extension.js');
  delete require.cache[file];
  const load = Module._load;
  Module._load = (name, ...more) => (name === 'vscode' ? editor.module : load(name, ...more));
  try {
    return require(file);
  } finally {
    Module._load = load;
  }
}

const context = () => ({ subscriptions: [], asAbsolutePath: (inside) => path.join(folder, inside) });
const text = (inside) => readFileSync(path.join(county, inside), 'utf8');
const support = path.join(county, 'support.yaml');
const wrong = text('support.yaml').replace('objective: parents-shape-decisions', 'objective: no-such-objective');
const plan = path.join(county, 'plans/2025-07.yaml');
const documents = () => [documentOf(URI, plan, text('plans/2025-07.yaml')), documentOf(URI, support, wrong), documentOf(URI, path.join(county, 'cpm.yaml'), text('cpm.yaml'))];
const settings = (mine, theirs) => ({
  'cpm.path': { defaultValue: 'cpm', globalValue: mine, workspaceValue: theirs }, 'cpm.trace.server': { defaultValue: 'off' } });
const declared = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).contributes;

async function works() {
  let schemaOf;
  const yaml = { activate: async () => ({ registerContributor: (_, chosen) => { schemaOf = chosen; } }) };
  const editor = editorOf({ folder: county, settings: settings(cpm, '/no/such/program'), documents: documents(), URI,
    extensions: { 'redhat.vscode-yaml': yaml } });
  const { seen } = editor;
  const extension = extensionIn(editor);
  await extension.activate(context());
  check('no schema serves beside the server', schemaOf && schemaOf(URI.file(support).toString()) === undefined);
  check('no complaint', seen.errors.length === 0, seen.errors, seen.log);
  for (const { command } of declared.commands) check(`${command} is registered`, seen.commands.has(command));
  for (const command of ['cpm.showReport', 'cpm.explain', 'cpm.accept']) check(`${command} of the server is`, seen.commands.has(command));
  const found = () => seen.findings.get(URI.file(support).toString()) ?? [];
  await until('the wrong objective is marked', () => found().some((each) => each.message.includes('no-such-objective')));

  await seen.commands.get('cpm.reportOnFile')();
  await until('the report opens as a preview', () => seen.ran.some(([name]) => name === 'markdown.showPreview'));
  const [, page] = seen.ran.find(([name]) => name === 'markdown.showPreview') ?? [];
  const token = new editor.module.CancellationTokenSource().token;
  const report = page && await seen.pages.get('cpm').provideTextDocumentContent(URI.parse(page), token);
  check('the page is the report', /^# /m.test(report ?? '') && report.length > 1000, report, page);
  const meaning = await seen.pages.get('cpm').provideTextDocumentContent(URI.parse('cpm:explain/CPM310.md'), token);
  check('the page of a code is its explanation', meaning?.includes('CPM310'), meaning);

  editor.module.window.activeTextEditor.document = editor.module.workspace.textDocuments[1];
  await seen.commands.get('cpm.reportOnFile')();
  check('a refused report says why, once', seen.errors.length === 1 && /^support.yaml:59:22: error/.test(seen.errors[0][0]), seen.errors);
  seen.errors.length = 0;

  await seen.commands.get('cpm.fixAll')();
  check('fix all is the editor\'s own', seen.ran.some(([name]) => name === 'editor.action.fixAll'));
  seen.findings.clear();
  await seen.commands.get('cpm.restart')();
  check('a restart leaves one server', seen.commands.has('cpm.showReport') && seen.errors.length === 0, seen.errors);
  await until('after it, the objective is marked again', () => found().length > 0);
  await extension.deactivate();
  check('it ends without a complaint', seen.errors.length === 0, seen.errors);
}

async function missing() {
  let contributed;
  const yaml = { activate: async () => ({ registerContributor: (...words) => { contributed = words; } }) };
  const editor = editorOf({ folder: county, settings: settings('/no/such/cpm', cpm), documents: documents(), URI,
    answers: { error: 'Open the Settings' }, extensions: { 'redhat.vscode-yaml': yaml } });
  const extension = extensionIn(editor);
  await extension.activate(context());
  check('one message', editor.seen.errors.length === 1, editor.seen.errors);
  const [words = '', ...buttons] = editor.seen.errors[0] ?? [];
  check('it says where and what to do', words.includes('/no/such/cpm') && words.includes('Install it'), words);
  check('it has buttons', buttons.join() === 'Open the Settings,Try Again', buttons);
  check('one opens the setting', editor.seen.ran.some((each) => each.join(' ') === 'workbench.action.openSettings @id:cpm.path'), editor.seen.ran);
  await editor.seen.commands.get('cpm.reportOnFile')();
  check('a report that cannot be made says it again', editor.seen.errors.length === 2 && editor.seen.errors[1][0] === words, editor.seen.errors);
  const [, schemaOf, contentOf] = contributed ?? [];
  const schema = schemaOf?.(URI.file(support).toString());
  check('the schema of the kind serves', schema === 'cpm-schema://schemas/support' && JSON.parse(contentOf(schema)).$id.includes('support'), schema);
  check('no other file has one', schemaOf?.('file:///elsewhere.yaml') === undefined && contentOf?.('cpm-schema://schemas/../x') === undefined);
  await extension.deactivate();
}

/** In a window on another computer, the setting is that computer's. */
async function missingFarAway() {
  const editor = editorOf({ folder: county, settings: settings('/no/such/cpm'), documents: documents(), URI, answers: { error: 'Open the Settings' }, remoteName: 'wsl' });
  const extension = extensionIn(editor);
  await extension.activate(context());
  await until('the button opens that computer\'s settings', () => editor.seen.ran.some((each) => each.join(' ') === 'workbench.action.openRemoteSettings @id:cpm.path'));
  await extension.deactivate();
}

async function another() {
  for (const program of ['/bin/false', '/bin/echo', '/bin/cat']) {
    const editor = editorOf({ folder: county, settings: settings(program), documents: documents(), URI });
    const extension = extensionIn(editor);
    await extension.activate(context());
    await pause(50);
    const [[words = ''] = []] = editor.seen.errors;
    check(`${program} is told to be another program, once`, editor.seen.errors.length === 1 && words.startsWith(`${program} does not know`), editor.seen.errors);
    await extension.deactivate();
  }
}

async function elsewhere() {
  const pod = documentOf(URI, '/srv/pod.yaml', 'kind: Pod\n');
  const editor = editorOf({ folder: '/srv', settings: settings('/no/such/cpm'), documents: [pod], URI });
  const extension = extensionIn(editor);
  await extension.activate(context());
  editor.opened.fire(documentOf(URI, '/srv/other.yaml', 'kind: Pod\n'));
  await pause(50);
  check('other people\'s YAML starts nothing and complains of nothing', editor.seen.errors.length === 0, editor.seen.errors);
  editor.opened.fire(documentOf(URI, support, wrong));
  await until('the first file of cpm does', () => editor.seen.errors.length === 1);
  await extension.deactivate();
}

for (const part of [works, missing, missingFarAway, another, elsewhere]) {
  try {
    await part();
  } catch (problem) {
    check(part.name, false, problem);
  }
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(0);
