// A stand-in for the module `vscode`: what the extension and its protocol library need to run in Node. What nothing looks at may be
// called, made and asked for anything. Not the real editor; what it shows is in the lists of `seen`.
const path = require('node:path');

/** Anything: a class, a function and a namespace at once. */
function anything(known = {}) {
  const parts = new Map(Object.entries(known));
  const target = class {};
  return new Proxy(target, {
    get(_, key) {
      if (key === 'prototype') return target.prototype;
      if (key === 'then' || typeof key === 'symbol') return undefined;
      if (!parts.has(key)) parts.set(key, anything());
      return parts.get(key);
    },
    apply: () => anything({ dispose() {} }),
    construct: (_, words, made) => Reflect.construct(class {}, words, made),
    set(_, key, value) {
      parts.set(key, value);
      return true;
    },
  });
}

class Disposable {
  constructor(end = () => {}) { this.dispose = end; }
  static from(...all) { return new Disposable(() => all.forEach((each) => each.dispose())); }
}

class EventEmitter {
  #listeners = new Set();
  event = (listener, self) => {
    const heard = self === undefined ? listener : listener.bind(self);
    this.#listeners.add(heard);
    return new Disposable(() => this.#listeners.delete(heard));
  };
  fire(what) { for (const each of [...this.#listeners]) each(what); }
  dispose() { this.#listeners.clear(); }
}

class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: () => new Disposable() };
  cancel() { this.token.isCancellationRequested = true; }
  dispose() {}
}

class Position { constructor(line, character) { Object.assign(this, { line, character }); } }
class Range { constructor(start, end) { Object.assign(this, { start, end }); } }
class Diagnostic { constructor(range, message, severity) { Object.assign(this, { range, message, severity }); } }
class TabInputText { constructor(uri) { this.uri = uri; } }

/** An editor with a folder open, and settings {name: {defaultValue, globalValue, workspaceValue}}. */
exports.editorOf = function editorOf({ folder, settings, documents, URI, answers = {}, extensions = {}, remoteName }) {
  const seen = { commands: new Map(), ran: [], errors: [], findings: new Map(), pages: new Map(), log: [] };
  const opened = new EventEmitter();
  const configured = new EventEmitter();
  const never = () => new Disposable();
  const events = Object.fromEntries(['onDidChangeTextDocument', 'onDidCloseTextDocument', 'onDidSaveTextDocument', 'onWillSaveTextDocument',
    'onDidChangeWorkspaceFolders', 'onDidCreateFiles', 'onDidRenameFiles', 'onDidDeleteFiles', 'onWillCreateFiles', 'onWillRenameFiles',
    'onWillDeleteFiles'].map((name) => [name, never]));
  const log = (...words) => seen.log.push(words.map(String).join(' '));
  const channel = () => ({ name: 'cpm', logLevel: 3, append: log, appendLine: log, clear() {}, show() {}, hide() {}, dispose() {},
    trace: log, debug: log, info: log, warn: log, error: log, onDidChangeLogLevel: never });
  const module = anything({
    version: '1.91.0', Disposable, EventEmitter, CancellationTokenSource, Position, Range, Diagnostic, TabInputText, Uri: URI,
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    env: anything({ appName: 'a stand-in', remoteName, language: 'en', machineId: 'none', onDidChangeTelemetryEnabled: never }),
    commands: {
      registerCommand(name, run, self) {
        if (seen.commands.has(name)) throw new Error(`command ${name} is registered already`);
        seen.commands.set(name, self === undefined ? run : run.bind(self));
        return new Disposable(() => seen.commands.delete(name));
      },
      async executeCommand(name, ...words) {
        seen.ran.push([name, ...words.map((each) => (each?.constructor === Object ? each.query : String(each)))]);
        return seen.commands.get(name)?.(...words);
      },
    },
    extensions: { getExtension: (name) => extensions[name], all: [], onDidChange: never },
    languages: anything({
      match: (selector, document) => (document.languageId === 'yaml' ? 10 : 0),
      createDiagnosticCollection: () => ({
        set: (uri, found) => seen.findings.set(uri.toString(), found), delete: (uri) => seen.findings.delete(uri.toString()),
        clear: () => seen.findings.clear(), dispose() {}, has: () => false, get: () => [], forEach() {} }),
    }),
    window: anything({
      activeTextEditor: { document: documents[0] }, visibleTextEditors: [], terminals: [], createOutputChannel: channel,
      onDidChangeActiveTextEditor: never, onDidChangeVisibleTextEditors: never,
      tabGroups: { all: [{ tabs: documents.map((each) => ({ input: new TabInputText(each.uri) })) }], onDidChangeTabs: never, onDidChangeTabGroups: never },
      showErrorMessage: async (words, ...buttons) => {
        seen.errors.push([words, ...buttons.map((each) => each.title ?? each)]);
        return answers.error;
      },
      showInformationMessage: async (words) => void seen.errors.push([words]),
      withProgress: (_, task) => task({ report() {} }, new CancellationTokenSource().token),
    }),
    workspace: anything({
      ...events, onDidOpenTextDocument: opened.event, onDidChangeConfiguration: configured.event, textDocuments: documents,
      notebookDocuments: [], workspaceFolders: [{ uri: URI.file(folder), name: path.basename(folder), index: 0 }], isTrusted: false,
      findFiles: async () => documents.filter((each) => each.uri.path.endsWith('cpm.yaml')).map((each) => each.uri),
      getConfiguration: (section = '') => ({
        inspect: (name) => settings[`${section}.${name}`],
        get: (name, otherwise) => settings[`${section}.${name}`]?.defaultValue ?? otherwise }),
      registerTextDocumentContentProvider(scheme, provider) {
        seen.pages.set(scheme, provider);
        return new Disposable();
      },
    }),
  });
  return { module, seen, opened, configured };
};

/** A document that is open. */
exports.documentOf = (URI, file, text) => ({
  uri: URI.file(file), fileName: file, languageId: 'yaml', version: 1, isClosed: false, isDirty: false, isUntitled: false,
  lineCount: text.split('\n').length, getText: () => text });
