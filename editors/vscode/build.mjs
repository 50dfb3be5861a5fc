// Builds the package: node build.mjs NODE-MODULES FOLDER writes FOLDER/cpm-toolkit-VERSION.vsix, and says its path.
// A .vsix is a zip with two files of its own. Writing it takes a page; the program that is meant for it would bring in a hundred
// packages, and dates of the day.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipOf } from './zip.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const [nodeModules, folder] = process.argv.slice(2).map((each) => path.resolve(each));
const { build } = createRequire(path.join(nodeModules, 'x'))('esbuild');

const text = (file) => readFileSync(path.join(root, file), 'utf8');
const version = /^project\(cpm VERSION (\S+) /m.exec(text('CMakeLists.txt'))[1];
const day = /^## [0-9.]+ \((\d{4}-\d{2}-\d{2})\)$/m.exec(text('CHANGELOG.md'))[1];

/** The code in one file, and the names of the npm packages that it has something of. */
async function bundled() {
  const { outputFiles, metafile } = await build({
    entryPoints: [path.join(here, 'src/extension.ts')], bundle: true, minify: true, write: false, metafile: true, platform: 'node',
    format: 'cjs', target: ['node20'], external: ['vscode'], nodePaths: [nodeModules], charset: 'utf8', legalComments: 'none',
    absWorkingDir: root, logLevel: 'warning',
  });
  const names = Object.keys(metafile.inputs).map((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]);
  return { code: outputFiles[0].text, packages: [...new Set(names.filter(Boolean))].sort() };
}

function termsOf(name) {
  const its = path.join(nodeModules, name);
  const terms = readdirSync(its).find((file) => /^licen[sc]e(\.(md|txt))?$/i.test(file));
  if (!terms) throw new Error(`${name} has no file with its terms`);
  return `==== ${name} ${JSON.parse(readFileSync(path.join(its, 'package.json'), 'utf8')).version} ====\n\n` +
    `${readFileSync(path.join(its, terms), 'utf8').replaceAll('\r\n', '\n').trim()}\n`;
}

/** What users get of package.json: not what the extension was built from. */
function manifest() {
  const { private: _, dependencies: __, devDependencies: ___, ...kept } = JSON.parse(text('editors/vscode/package.json'));
  return { ...kept, version };
}

const escaped = (words) => words.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

const packageXml = (its) => `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${its.name}" Version="${its.version}" Publisher="${its.publisher}"/>
    <DisplayName>${escaped(its.displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(its.description)}</Description>
    <Tags>${escaped(its.keywords.join(','))}</Tags>
    <Categories>${escaped(its.categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${escaped(its.engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionDependencies" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionPack" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="${its.extensionKind.join(',')}"/>
      <Property Id="Microsoft.VisualStudio.Code.LocalizedLanguages" Value=""/>
      <Property Id="Microsoft.VisualStudio.Services.GitHubFlavoredMarkdown" Value="true"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;

const types = { js: 'application/javascript', json: 'application/json', md: 'text/markdown', txt: 'text/plain', vsixmanifest: 'text/xml' };
const typesXml = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
${Object.entries(types).map(([ending, type]) => `  <Default Extension=".${ending}" ContentType="${type}"/>\n`).join('')}</Types>
`;

const { code, packages } = await bundled();
const its = manifest();
const files = {
  '[Content_Types].xml': typesXml,
  'extension.vsixmanifest': packageXml(its),
  'extension/LICENSE.txt': text('LICENSE'),
  'extension/README.md': text('editors/vscode/README.md'),
  'extension/THIRD-PARTY.txt': packages.map(termsOf).join('\n'),
  'extension/dist/extension.js': code,
  'extension/package.json': `${JSON.stringify(its, null, 2)}\n`,
};
for (const name of readdirSync(path.join(root, 'schemas')).filter((each) => each.endsWith('.schema.json')).sort())
  files[`extension/schemas/${name}`] = text(`schemas/${name}`);

const output = path.join(folder, `${its.name}-${version}.vsix`);
writeFileSync(output, zipOf(files, day));
console.log(output);
