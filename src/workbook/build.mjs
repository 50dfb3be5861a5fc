// Builds the page: node build.mjs MODULE-FOLDER NODE-MODULES NOTICES OUTPUT.html [--plain]
// MODULE-FOLDER holds cpm.js and cpm.wasm (preset web); with --plain, cpm.js alone is the engine. NOTICES are the terms of what is in
// the module.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const here = path.dirname(new URL(import.meta.url).pathname);
const [moduleFolder, nodeModules, notices, output, ...options] = process.argv.slice(2);
const plain = options.includes('--plain');
const { build } = createRequire(path.join(path.resolve(nodeModules), 'x'))('esbuild');

const text = (name) => readFileSync(path.join(here, name), 'utf8');
/** gzip that takes its time: a twentieth smaller than Node's. The same bytes give the same text: its header holds no name and no time. */
const packed = (bytes) => execFileSync('libdeflate-gzip', ['-12', '-n', '-c'], { input: bytes, maxBuffer: 1 << 28 }).toString('base64');

const inputs = new Set();

async function bundled(entry, loader) {
  const { outputFiles, metafile } = await build({
    metafile: true,
    entryPoints: [path.join(here, entry)], bundle: true, minify: true, write: false, format: 'iife', target: ['es2021'],
    jsx: 'automatic', jsxImportSource: 'preact', nodePaths: [path.resolve(nodeModules)], charset: 'utf8', legalComments: 'none', loader, logLevel: 'warning',
  });
  for (const input of Object.keys(metafile.inputs)) inputs.add(input);
  return outputFiles[0].text.trimEnd();
}

/** The terms of every npm package that the bundle took something of. */
function packageTerms() {
  const names = [...inputs].map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]).filter(Boolean);
  return [...new Set(names)].sort().map((name) => {
    const folder = path.join(nodeModules, name);
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].map((each) => path.join(folder, each)).find(existsSync);
    if (!file) throw new Error(`${name} has no file with its terms`);
    return `==== ${name} ${version} ====\n\n${readFileSync(file, 'utf8').trim()}\n`;
  }).join('\n');
}


/** A script or a style must not end where it is not meant to. */
const within = (name, content) => content.replace(new RegExp(`</(?=${name})`, 'gi'), '<\\/').replace(/<!--/g, '<\\!--');

const parts = {
  style: within('style', await bundled('style/page.css', {})),
  module: plain ? '' : packed(readFileSync(path.join(moduleFolder, 'cpm.wasm'))),
  loader: packed(readFileSync(path.join(moduleFolder, 'cpm.js'))),
  script: within('script', await bundled('main.tsx', {})),
};
parts.terms = packed(`${readFileSync(notices, 'utf8').trim()}\n\n${packageTerms()}`);
writeFileSync(output, text('page.html').replace(/@(style|module|loader|script|terms)@/g, (_, name) => parts[name]));
