// The extension: it finds the program cpm, starts `cpm lsp`, and leaves everything else to the two.
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import {
  commands, type ExtensionContext, Uri, window, workspace, type TextDocument,
} from 'vscode';
import { ExecuteCommandRequest, LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/node';

import { chosenProgram, findProgram, kindOf, launchOf, type Machine, missingWords, pageUri } from './launch';
import { offerSchemas } from './schemas';

let client: LanguageClient | undefined;
// Starts and stops wait for one another: a setting may change while the server is starting.
let queue: Promise<void> = Promise.resolve();

const machine: Machine = {
  windows: process.platform === 'win32',
  searched: process.env.PATH ?? '',
  home: homedir(),
  isProgram: (file) => existsSync(file) && statSync(file).isFile(),
};

const isYaml = (document: TextDocument): boolean => document.languageId === 'yaml' && document.uri.scheme === 'file';

function optionsOfClient(): LanguageClientOptions {
  return {
    documentSelector: [{ scheme: 'file', language: 'yaml' }],
    initializationOptions: { opensPages: true },
    uriConverters: {
      code2Protocol: (uri) => (uri.scheme === 'cpm' ? pageUri(uri) : uri.toString()),
      protocol2Code: (text) => Uri.parse(text),
    },
    middleware: {
      // The library's own words for a refusal begin with the name of the request and end with its number.
      executeCommand: async (command, words) => {
        try {
          return await client?.sendRequest(ExecuteCommandRequest.type, { command, arguments: words });
        } catch (problem) {
          void window.showErrorMessage(problem instanceof Error ? problem.message : String(problem));
          return undefined;
        }
      },
      window: {
        // A report is for reading, so the page opens as a preview and not as Markdown.
        showDocument: async (params, token, next) => {
          if (!params.uri.startsWith('cpm:')) return next(params, token);
          await commands.executeCommand('markdown.showPreview', Uri.parse(params.uri));
          return { success: true };
        },
      },
    },
  };
}

async function start(): Promise<void> {
  const name = chosenProgram(workspace.getConfiguration('cpm').inspect('path'));
  const program = findProgram(name, machine);
  if (program === undefined) {
    void complain(missingWords(name));
    return;
  }
  const begun = new LanguageClient('cpm', 'cpm', launchOf(program, machine.windows), optionsOfClient());
  try {
    await begun.start();
    client = begun;
  } catch (problem) {
    void complain(`${program} did not start as a language server, which cpm is since \`cpm lsp\` came: is it an older one? ${String(problem)}`);
  }
}

async function stop(): Promise<void> {
  const ending = client;
  client = undefined;
  await ending?.dispose();
}

async function complain(words: string): Promise<void> {
  const settings = 'Open the Settings';
  const again = 'Try Again';
  const answer = await window.showErrorMessage(words, settings, again);
  if (answer === settings) await commands.executeCommand('workbench.action.openSettings', 'cpm.path');
  if (answer === again) await restart();
}

function restart(): Promise<void> {
  queue = queue.then(stop).then(start);
  return queue;
}

async function reportOnFile(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isYaml(document) || client === undefined) {
    void window.showInformationMessage('Open a file of cpm first, such as a plan: reports are on one file.');
    return;
  }
  await commands.executeCommand('cpm.showReport', { uri: document.uri.toString() });
}

/** Other people's YAML is none of our business: the server starts with the first county or file of cpm that is open. */
async function startWhenWanted(context: ExtensionContext): Promise<void> {
  const isOurs = (document: TextDocument): boolean => isYaml(document) && kindOf(document.getText()) !== undefined;
  const found = await workspace.findFiles('**/cpm.yaml', '**/node_modules/**', 1);
  if (found.length > 0 || workspace.textDocuments.some(isOurs)) return restart();
  const waiting = workspace.onDidOpenTextDocument((document) => {
    if (!isOurs(document)) return;
    waiting.dispose();
    void restart();
  });
  context.subscriptions.push(waiting);
}

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('cpm.restart', restart),
    commands.registerCommand('cpm.reportOnFile', reportOnFile),
    commands.registerCommand('cpm.fixAll', () => commands.executeCommand('editor.action.fixAll')),
    workspace.onDidChangeConfiguration((change) => (change.affectsConfiguration('cpm.path') ? restart() : undefined)),
  );
  await Promise.all([startWhenWanted(context), offerSchemas(context, () => client === undefined)]);
}

export function deactivate(): Promise<void> {
  queue = queue.then(stop);
  return queue;
}
