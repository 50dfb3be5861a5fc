// Drives the server with Microsoft's own protocol library, with what Visual Studio Code says that it can do, and prints what it
// saw as JSON. usage: node microsoft.cjs MODULES COUNTY COMMAND...
'use strict';
const fs = require('fs');
const path = require('path');
const { spawn } = require('child_process');
const { createRequire } = require('module');
const { pathToFileURL, fileURLToPath } = require('url');

const [modules, county, ...command] = process.argv.slice(2);
const lsp = createRequire(path.join(modules, 'any.js'))('vscode-languageserver-protocol/node');

const seen = {}, findings = new Map(), texts = new Map(), waiting = [];
const uriOf = (file) => pathToFileURL(path.join(county, file)).toString();

function wait(what, fine) {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`waited for ${what}`)), 20000);
    const look = () => fine() && (clearTimeout(timer), done(), true);
    if (!look()) waiting.push(look);
  });
}

function place(file, words, more = 0) {
  const text = texts.get(uriOf(file)).text;
  const at = text.indexOf(words) + more;
  const begin = text.lastIndexOf('\n', at - 1) + 1;
  return { line: text.slice(0, at).split('\n').length - 1, character: at - begin };
}

function changed(text, edits) {
  const index = ({ line, character }) => text.split('\n').slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  for (const edit of [...edits].sort((a, b) => index(b.range.start) - index(a.range.start)))
    text = text.slice(0, index(edit.range.start)) + edit.newText + text.slice(index(edit.range.end));
  return text;
}

function apply(edit) {
  let files = 0;
  for (const { textDocument, edits } of edit.documentChanges) {
    const open = texts.get(textDocument.uri);
    if (open) {
      if (open.version !== textDocument.version) throw new Error(`an edit for version ${textDocument.version} of ${open.version}`);
      type(textDocument.uri, changed(open.text, edits));
    } else {
      if (textDocument.version !== null) throw new Error('a version for a file that is not open');
      fs.writeFileSync(fileURLToPath(textDocument.uri), changed(fs.readFileSync(fileURLToPath(textDocument.uri), 'utf8'), edits));
    }
    files += 1;
  }
  return files;
}

const server = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = lsp.createProtocolConnection(new lsp.StreamMessageReader(server.stdout), new lsp.StreamMessageWriter(server.stdin));

function open(file) {
  const uri = uriOf(file), text = fs.readFileSync(path.join(county, file), 'utf8');
  texts.set(uri, { version: 1, text });
  connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument: lsp.TextDocumentItem.create(uri, 'yaml', 1, text) });
}

function type(uri, text) {
  const open = texts.get(uri);
  open.version += 1;
  open.text = text;
  connection.sendNotification(lsp.DidChangeTextDocumentNotification.type,
    { textDocument: { uri, version: open.version }, contentChanges: [{ text }] });
}

async function save(uri) {
  fs.writeFileSync(fileURLToPath(uri), texts.get(uri).text);
  await connection.sendNotification(lsp.DidSaveTextDocumentNotification.type, { textDocument: { uri } });
}

async function drive() {
  connection.onNotification(lsp.PublishDiagnosticsNotification.type, ({ uri, diagnostics, version }) => {
    findings.set(uri, { diagnostics, version });
    for (const look of [...waiting]) if (look()) waiting.splice(waiting.indexOf(look), 1);
  });
  connection.onRequest(lsp.RegistrationRequest.type, ({ registrations }) => { seen.registered = registrations.map((each) => each.method); });
  connection.onRequest(lsp.ShowDocumentRequest.type, ({ uri }) => { seen.shown = uri; return { success: true }; });
  connection.onRequest(lsp.ApplyWorkspaceEditRequest.type, ({ edit }) => { seen.accepted = apply(edit); return { applied: true }; });
  connection.onRequest(lsp.WorkDoneProgressCreateRequest.type, () => {});
  connection.listen();
  const folder = { uri: pathToFileURL(county).toString(), name: 'alder' };
  const about = await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid, rootUri: folder.uri, workspaceFolders: [folder],
    initializationOptions: { opensPages: true },
    capabilities: {
      general: { positionEncodings: ['utf-16'], staleRequestSupport: { cancel: true, retryOnContentModified: [] } },
      window: { workDoneProgress: true, showDocument: { support: true } },
      workspace: { workspaceFolders: true, applyEdit: true, configuration: true, workspaceEdit: { documentChanges: true },
        didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: {
        publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
        completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true, insertReplaceSupport: true } },
        hover: { contentFormat: ['markdown', 'plaintext'] },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } },
          isPreferredSupport: true, dataSupport: true, resolveSupport: { properties: ['edit'] } },
        rename: { prepareSupport: true } } } });
  seen.capabilities = Object.keys(about.capabilities).sort();
  await connection.sendNotification(lsp.InitializedNotification.type, {});

  const plan = 'plans/2025-07.yaml', uri = uriOf(plan), textDocument = { uri };
  open(plan);
  await wait('the first findings', () => findings.has(uri));
  seen.opened = findings.get(uri).diagnostics.length;
  const before = texts.get(uri).text;
  type(uri, before.replace('objective: coached-units', 'objective: coached-unit'));
  await wait('the finding', () => findings.get(uri).version === 2);
  const [finding] = findings.get(uri).diagnostics;
  seen.typed = findings.get(uri).diagnostics.map((each) => each.code);
  seen.explained = (await connection.sendRequest('workspace/textDocumentContent', { uri: finding.codeDescription.href })).text.split('\n')[0];

  const position = place(plan, 'objective: coached-unit', 13);
  const offers = await connection.sendRequest(lsp.CompletionRequest.type, { textDocument, position });
  seen.completed = offers.items.map((each) => each.label);
  seen.hovered = (await connection.sendRequest(lsp.HoverRequest.type, { textDocument, position: place(plan, 'objective: coached-unit', 2) })).contents.value;
  const actions = await connection.sendRequest(lsp.CodeActionRequest.type, {
    textDocument, range: { start: position, end: position }, context: { diagnostics: [finding], triggerKind: 1 } });
  seen.offered = actions.map((each) => each.title);
  apply(actions.find((each) => each.title === 'write `coached-units`').edit);
  await wait('no finding', () => findings.get(uri).version === 3);
  seen.fixed = texts.get(uri).text === before && findings.get(uri).diagnostics.length === 0;
  await save(uri);
  seen.saved = true;

  const [definition] = await connection.sendRequest(lsp.DefinitionRequest.type, { textDocument, position: place(plan, 'objective: coached-units', 13) });
  seen.defined = texts.get(definition.uri).text.split('\n')[definition.range.start.line];
  const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  seen.hints = (await connection.sendRequest(lsp.InlayHintRequest.type, { textDocument, range })).length;
  for (const request of ['DocumentSymbolRequest', 'FoldingRangeRequest', 'DocumentLinkRequest', 'CodeLensRequest'])
    seen[request] = (await connection.sendRequest(lsp[request].type, { textDocument })).length;
  seen.selections = (await connection.sendRequest(lsp.SelectionRangeRequest.type, { textDocument, positions: [position] })).length;
  seen.highlights = (await connection.sendRequest(lsp.DocumentHighlightRequest.type, { textDocument, position })).length;
  seen.references = (await connection.sendRequest(lsp.ReferencesRequest.type, { textDocument, position, context: { includeDeclaration: true } })).length;
  seen.symbols = (await connection.sendRequest(lsp.WorkspaceSymbolRequest.type, { query: 'coached-units' })).length;
  const report = await connection.sendRequest(lsp.ExecuteCommandRequest.type, { command: 'cpm.showReport', arguments: [{ uri }] });
  seen.reported = report.text.split('\n')[0];

  const instrument = 'instruments/coaching-check.yaml';
  open(instrument);
  const at = { textDocument: { uri: uriOf(instrument) }, position: place(instrument, 'id: cc-log', 5) };
  seen.prepared = (await connection.sendRequest(lsp.PrepareRenameRequest.type, at)).placeholder;
  seen.refused = await connection.sendRequest(lsp.RenameRequest.type, { ...at, newName: 'CC Log' }).catch((error) => error.message);
  seen.renamed = apply(await connection.sendRequest(lsp.RenameRequest.type, { ...at, newName: 'cc-record' }));
  await save(uriOf(instrument));
  const canceled = new lsp.CancellationTokenSource();
  const late = connection.sendRequest(lsp.WorkspaceSymbolRequest.type, { query: '' }, canceled.token);
  canceled.cancel();
  seen.canceled = await late.then(() => 'answered', (error) => error.code);
  await connection.sendRequest(lsp.ShutdownRequest.type);
  await connection.sendNotification(lsp.ExitNotification.type);
}

const exited = new Promise((done) => server.on('exit', done));
drive().catch((error) => { seen.problem = String(error.stack || error); server.kill(); })
  .then(() => exited).then((status) => { seen.status = status; console.log(JSON.stringify(seen)); process.exit(0); });
