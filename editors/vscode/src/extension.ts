// The extension: it finds the program cpm, starts `cpm lsp`, and leaves everything else to the two.
import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import {
  commands, env, type ExtensionContext, Uri, window, workspace, type TextDocument,
} from 'vscode';
import { ExecuteCommandRequest, LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/node';

import {
  chosenProgram, findProgram, kindOf, type Launch, launchOf, type Machine, missingWords, otherProgramWords, pageUri,
} from './launch';
import { offerSchemas } from './schemas';

let client: LanguageClient | undefined;
let lacking: string | undefined; // why the program cannot be had, while the schemas do what they can
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
  lacking = undefined;
  const name = chosenProgram(workspace.getConfiguration('cpm').inspect('path'));
  const program = findProgram(name, machine);
  if (program === undefined) {
    void complain(missingWords(name));
    return;
  }
  const launch = launchOf(program, machine.windows);
  if (!(await isServer(launch))) {
    void complain(otherProgramWords(program));
    return;
  }
  const begun = new LanguageClient('cpm', 'cpm', launch, optionsOfClient());
  try {
    await begun.start();
    client = begun;
  } catch (problem) {
    void complain(`${program} did not start: ${String(problem)}`);
  }
}

/** Asked before it starts: the library would restart another program five times, each time with words of its own. */
function isServer(launch: Launch): Promise<boolean> {
  return new Promise((tell) => {
    execFile(launch.command, [...launch.args, '--help'], { ...launch.options, timeout: 10_000, windowsHide: true },
      (problem, said) => tell(problem === null && said.startsWith('cpm lsp')));
  });
}

async function stop(): Promise<void> {
  const ending = client;
  client = undefined;
  await ending?.dispose();
}

async function complain(words: string): Promise<void> {
  lacking = words;
  const settings = 'Open the Settings';
  const again = 'Try Again';
  const answer = await window.showErrorMessage(words, settings, again);
  if (answer === settings) await openSetting();
  if (answer === again) await restart();
}

/** On another computer (WSL, SSH, a browser) the setting is that computer's, and the user's own settings do not show it. */
function openSetting(): Thenable<unknown> {
  const theirs = env.remoteName === undefined ? 'openSettings' : 'openRemoteSettings';
  return commands.executeCommand(`workbench.action.${theirs}`, { query: '@id:cpm.path' });
}

function restart(): Promise<void> {
  queue = queue.then(stop).then(start);
  return queue;
}

async function reportOnFile(): Promise<void> {
  if (lacking !== undefined) return complain(lacking);
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
  // In this order: the extension "YAML" asks for the schemas of open files at once, which should know how the start ended.
  await startWhenWanted(context);
  await offerSchemas(context, () => lacking !== undefined);
}

export function deactivate(): Promise<void> {
  queue = queue.then(stop);
  return queue;
}
