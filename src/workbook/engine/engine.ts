// cpm itself, as WebAssembly (or plain JavaScript) in this page: runs of its commands over files in memory.
import { gunzipSync } from 'fflate';

import { type Files, Memory } from './memory';

/** What the loader of the module (build/web/module/cpm.js) offers. */
interface Module {
  host: Memory['host'];
  _cpm_run(): number;
}
type CreateModule = (settings: { wasmBinary?: Uint8Array; host: Memory['host'] }) => Promise<Module>;

export interface Outcome {
  status: number;
  out: string;
  err: string;
  written: ReadonlyMap<string, Uint8Array>;
}

/** What a command said instead of an answer. */
export class EngineError extends Error {}

export class Engine {
  private memory = new Memory(new Map(), '/', [], 0);

  private constructor(private readonly module: Module) {}

  static async start(create: CreateModule, wasm: Uint8Array | undefined): Promise<Engine> {
    let engine: Engine | undefined;
    const host: Memory['host'] = (...question) => (engine as Engine).memory.host(...question);
    const module = await create(wasm ? { wasmBinary: wasm, host } : { host });
    engine = new Engine(module);
    return engine;
  }

  /** One command, as on the command line of `folder`; `today` as 20260331. Writes to nothing but `written`. */
  run(words: string[], files: Files, folder: string, today: number): Outcome {
    const memory = new Memory(files, folder, words, today);
    this.memory = memory;
    const status = this.module._cpm_run();
    return { status, out: memory.output(1), err: memory.output(2), written: memory.written };
  }
}

/** The browser's own reader of gzip is several times as fast. */
async function gunzipped(bytes: Uint8Array): Promise<Uint8Array> {
  if (typeof DecompressionStream !== 'function') return gunzipSync(bytes);
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** An element of this page whose text is base64 of gzip. */
export async function unpacked(id: string): Promise<Uint8Array | undefined> {
  const text = document.getElementById(id)?.textContent?.trim();
  if (!text) return undefined;
  const packed = atob(text);
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; ++at) bytes[at] = packed.charCodeAt(at);
  return gunzipped(bytes);
}

/** The loader, or the whole module where it is plain JavaScript: a script of this page, since nothing else may run. */
async function createModule(): Promise<CreateModule> {
  const source = await unpacked('cpm-loader');
  if (!source) throw new EngineError('This file holds no engine: it was not built whole.');
  const script = document.createElement('script');
  script.textContent = new TextDecoder().decode(source);
  document.head.append(script);
  script.remove();
  return (globalThis as unknown as { createCpm: CreateModule }).createCpm;
}

/** The engine of this page. */
export async function startEngine(): Promise<Engine> {
  const wasm = await unpacked('cpm-module');
  if (wasm && typeof WebAssembly !== 'object')
    throw new EngineError('This browser does not allow WebAssembly. Open workbook-plain.html instead: it is slower and needs none.');
  return Engine.start(await createModule(), wasm);
}
