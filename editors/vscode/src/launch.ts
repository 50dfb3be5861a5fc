// Which program is the server, and how it is started. Nothing here asks the editor or the disk by itself, so that tests can.
import * as path from 'node:path';

/** What the editor knows of a setting, by who has set it. */
export interface SettingOrigins {
  defaultValue?: unknown;
  globalValue?: unknown;
}

export interface Machine {
  windows: boolean;
  searched: string; // the variable PATH
  home: string;
  isProgram(file: string): boolean;
}

export interface Launch {
  command: string;
  args: string[];
  options: { cwd: string; shell: boolean };
}

export const DEFAULT_PROGRAM = 'cpm';

/** The user's own choice. A folder may come from anybody, so what its settings say is never looked at. */
export function chosenProgram(setting: SettingOrigins | undefined): string {
  const chosen = setting?.globalValue ?? setting?.defaultValue;
  return typeof chosen === 'string' && chosen.trim() !== '' ? chosen.trim() : DEFAULT_PROGRAM;
}

/**
 * The whole path of a program. Windows would look into the working folder first when it is given a name, and other systems do for
 * parts of PATH that are not absolute: so the search is done here, in absolute folders only.
 */
export function findProgram(name: string, machine: Machine): string | undefined {
  const paths = machine.windows ? path.win32 : path.posix;
  const written = /^~[/\\]/.test(name) ? paths.join(machine.home, name.slice(2)) : name;
  const isName = !written.includes('/') && !(machine.windows && written.includes('\\'));
  const folders = machine.searched.split(paths.delimiter).map((folder) => folder.replace(/^"(.*)"$/, '$1'));
  const bases = isName ? folders.map((folder) => paths.join(folder, written)) : [written];
  // npm writes cpm.cmd beside a script without ending, which only other shells can run.
  const endings = !machine.windows || /\.(exe|cmd)$/i.test(written) ? [''] : ['.exe', '.cmd'];
  return bases.flatMap((base) => endings.map((ending) => base + ending))
    .find((file) => isWhole(file, machine.windows) && machine.isProgram(file));
}

/** On Windows `\cpm.exe` is absolute, but of the drive that happens to be the current one. */
function isWhole(file: string, windows: boolean): boolean {
  return windows ? /^([a-z]:[/\\]|\\\\)/i.test(file) : path.posix.isAbsolute(file);
}

/** The working folder is the program's own: `cpm.cmd` starts `node` by its name, which must not be one of the opened folder. */
export function launchOf(program: string, windows: boolean): Launch {
  const paths = windows ? path.win32 : path.posix;
  const script = windows && /\.cmd$/i.test(program);
  return { command: script ? `"${program}"` : program, args: ['lsp'], options: { cwd: paths.dirname(program), shell: script } };
}

/** One message for a program that is not there. */
export function missingWords(name: string): string {
  const what = name === DEFAULT_PROGRAM
    ? 'The program cpm was not found on this computer.'
    : `The program cpm was not found at "${name}", where the setting cpm.path says it is.`;
  return `${what} Install it as cpm's README says (with Node: npm install -g, then the file cpm-toolkit-VERSION.tgz of the release), ` +
    'or say in the settings where it is. Until then the schemas of the extension "YAML" check what they can.';
}

/** Debian has another program of this name, and old ones of ours are no server. */
export function otherProgramWords(program: string): string {
  return `${program} does not know \`cpm lsp\`: it is an older cpm, or another program of this name. Install the newest cpm, ` +
    'or say in the settings where it is.';
}

/** Of pages that the server writes, the file is in the query. The editor would write its colon as `%3A`. */
export function pageUri(page: { scheme: string; path: string; query: string }): string {
  const query = encodeURI(page.query).replace(/[#?]/g, encodeURIComponent);
  return `${page.scheme}:${page.path}${query === '' ? '' : `?${query}`}`;
}

/** The kind of a file of cpm, such as "plan"; undefined for any other file. */
export function kindOf(text: string): string | undefined {
  return /^format:[ \t]*["']?cpm\/([a-z-]+)\/\d+/m.exec(text.slice(0, 8192))?.[1];
}
