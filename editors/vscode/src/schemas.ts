// While the server does not run, the extension "YAML", if it is there, checks each file by the schema of its kind. Never beside the
// server: each mistake would be marked twice.
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type ExtensionContext, extensions, workspace } from 'vscode';

import { kindOf } from './launch';

const YAML = 'redhat.vscode-yaml';
const SCHEME = 'cpm-schema';

interface YamlApi {
  registerContributor(
    scheme: string, schemaOf: (document: string) => string | undefined, contentOf: (schema: string) => string | undefined,
  ): boolean;
}

export async function offerSchemas(context: ExtensionContext, wanted: () => boolean): Promise<void> {
  const yaml = extensions.getExtension<YamlApi | undefined>(YAML);
  if (yaml === undefined) return;
  const fileOf = (kind: string): string => context.asAbsolutePath(path.join('schemas', `${kind}.schema.json`));
  const schemaOf = (uri: string): string | undefined => {
    const kind = wanted() ? kindOf(workspace.textDocuments.find((each) => each.uri.toString() === uri)?.getText() ?? '') : undefined;
    return kind !== undefined && existsSync(fileOf(kind)) ? `${SCHEME}://schemas/${kind}` : undefined;
  };
  const contentOf = (schema: string): string | undefined => {
    const kind = new RegExp(`^${SCHEME}://schemas/([a-z-]+)$`).exec(schema)?.[1];
    return kind === undefined ? undefined : readFileSync(fileOf(kind), 'utf8');
  };
  (await yaml.activate())?.registerContributor(SCHEME, schemaOf, contentOf);
}
