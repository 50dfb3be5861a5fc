// Which program the extension starts, and what it says: editors/vscode/src/launch.ts, built into the file that is named.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const launch = createRequire(import.meta.url)(process.argv[2]);
const counts = { passed: 0, failed: 0 };

function expect(what, found, wanted) {
  try {
    assert.deepEqual(found, wanted);
    ++counts.passed;
  } catch (difference) {
    ++counts.failed;
    console.log(`FAILED ${what}\n${difference.message}`);
  }
}

const debian = (...programs) => ({ windows: false, searched: '.:bin::/usr/bin:/opt/cpm', home: '/home/mae', isProgram: (file) => programs.includes(file) });
const windows = (...programs) => ({
  windows: true, searched: '.;C:\\Windows;"C:\\Program Files\\cpm";\\tools', home: 'C:\\Users\\mae', isProgram: (file) => programs.includes(file) });

const { chosenProgram, findProgram, launchOf, missingWords, otherProgramWords, pageUri, kindOf } = launch;
expect('nothing is set', chosenProgram(undefined), 'cpm');
expect('the default', chosenProgram({ defaultValue: 'cpm' }), 'cpm');
expect('the user\'s own', chosenProgram({ defaultValue: 'cpm', globalValue: ' /opt/cpm ' }), '/opt/cpm');
expect('an empty setting', chosenProgram({ defaultValue: 'cpm', globalValue: ' ' }), 'cpm');
expect('no text', chosenProgram({ defaultValue: 'cpm', globalValue: 7 }), 'cpm');
expect('a folder chooses nothing', chosenProgram({ defaultValue: 'cpm', workspaceValue: './evil', workspaceFolderValue: './evil' }), 'cpm');
expect('nor does it beside the user', chosenProgram({ globalValue: '/opt/cpm', workspaceValue: './evil' }), '/opt/cpm');

for (const [what, name, machine, wanted] of [
  ['on the PATH', 'cpm', debian('/usr/bin/cpm'), '/usr/bin/cpm'],
  ['the first on the PATH', 'cpm', debian('/opt/cpm/cpm', '/usr/bin/cpm'), '/usr/bin/cpm'],
  ['not in the working folder', 'cpm', debian('cpm', './cpm', 'bin/cpm', '/cpm'), undefined],
  ['a whole path', '/srv/cpm', debian('/srv/cpm'), '/srv/cpm'],
  ['a whole path without a program', '/srv/cpm', debian('/usr/bin/cpm'), undefined],
  ['a path from anywhere', './cpm', debian('./cpm', 'cpm'), undefined],
  ['below home', '~/bin/cpm', debian('/home/mae/bin/cpm'), '/home/mae/bin/cpm'],
  ['Windows: a program', 'cpm', windows('C:\\Windows\\cpm.exe'), 'C:\\Windows\\cpm.exe'],
  ['Windows: of npm, in quotes', 'cpm', windows('C:\\Program Files\\cpm\\cpm', 'C:\\Program Files\\cpm\\cpm.cmd'), 'C:\\Program Files\\cpm\\cpm.cmd'],
  ['Windows: not in the working folder', 'cpm', windows('cpm.exe', '.\\cpm.exe', '\\tools\\cpm.exe'), undefined],
  ['Windows: a whole path', 'D:\\t\\cpm.exe', windows('D:\\t\\cpm.exe'), 'D:\\t\\cpm.exe'],
  ['Windows: a whole path without ending', 'D:/t/cpm', windows('D:/t/cpm.exe'), 'D:/t/cpm.exe'],
  ['Windows: another computer', '\\\\srv\\t\\cpm.exe', windows('\\\\srv\\t\\cpm.exe'), '\\\\srv\\t\\cpm.exe'],
  ['Windows: of the current drive', '\\t\\cpm.exe', windows('\\t\\cpm.exe'), undefined],
  ['Windows: below home', '~\\cpm.exe', windows('C:\\Users\\mae\\cpm.exe'), 'C:\\Users\\mae\\cpm.exe'],
]) expect(`found ${what}`, findProgram(name, machine), wanted);

expect('a program starts in its own folder', launchOf('/usr/bin/cpm', false), { command: '/usr/bin/cpm', args: ['lsp'], options: { cwd: '/usr/bin', shell: false } });
expect('a script of Windows starts in a shell', launchOf('C:\\n m\\cpm.cmd', true),
  { command: '"C:\\n m\\cpm.cmd"', args: ['lsp'], options: { cwd: 'C:\\n m', shell: true } });
expect('a program of Windows does not', launchOf('C:\\n m\\cpm.exe', true).options, { cwd: 'C:\\n m', shell: false });

expect('missing, by default', [missingWords('cpm').includes('was not found on this computer'), missingWords('cpm').includes('Install it')], [true, true]);
expect('missing, where the setting says', missingWords('/x/cpm').includes('"/x/cpm"'), true);
expect('another program', /^\/usr\/bin\/cpm does not know `cpm lsp`/.test(otherProgramWords('/usr/bin/cpm')), true);

const page = (query) => pageUri({ scheme: 'cpm', path: 'report/plan.md', query });
expect('a page', page('file:///a/plan.yaml'), 'cpm:report/plan.md?file:///a/plan.yaml');
expect('a page of an odd name', page('file:///a b/50%#1?.yaml'), 'cpm:report/plan.md?file:///a%20b/50%25%231%3F.yaml');
expect('an explanation', pageUri({ scheme: 'cpm', path: 'explain/CPM310.md', query: '' }), 'cpm:explain/CPM310.md');

expect('a kind', kindOf('# about\nformat: cpm/theory-of-change/1\n'), 'theory-of-change');
expect('a kind in quotes', kindOf('format: "cpm/plan/1"'), 'plan');
expect('no kind', [kindOf('kind: Pod\n'), kindOf('  format: cpm/plan/1\n'), kindOf('')], [undefined, undefined, undefined]);

console.log(`${counts.passed} passed, ${counts.failed} failed`);
