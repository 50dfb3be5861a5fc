// A folder in memory in place of the disk, as the browser's picker gives it (File System Access), which can fail on demand.

/** `hold`: a promise that a write waits for. Runs before the page's scripts; then `window.disk.files` holds paths and what is in the files. */
export const fakeDisk = () => {
  window.disk = {files: {}, reads: 0, readOnly: false, writes: [], failAt: null, hold: null};
  const file = path => ({
    kind: 'file', name: path.slice(path.lastIndexOf('/') + 1),
    getFile: async () => {
      const found = new File([window.disk.files[path]], path);
      found.arrayBuffer = async () => { // counted: nothing else tells when all is read
        const bytes = await File.prototype.arrayBuffer.call(found);
        ++window.disk.reads;
        return bytes;
      };
      return found;
    },
    createWritable: async () => {
      if (window.disk.readOnly) throw new DOMException('The request is not allowed by the user agent or the platform.', 'NotAllowedError');
      const pieces = [];
      return {
        write: async data => { await window.disk.hold; if (window.disk.failAt === path) throw new DOMException('The disk is full.', 'QuotaExceededError'); pieces.push(data); },
        close: async () => { window.disk.files[path] = await new Blob(pieces).text(); window.disk.writes.push(path); },
        abort: async () => {},
      };
    },
  });
  const folder = (path, name) => ({
    kind: 'directory', name,
    queryPermission: async () => (window.disk.readOnly ? 'denied' : 'granted'), requestPermission: async () => (window.disk.readOnly ? 'denied' : 'granted'),
    getDirectoryHandle: async (child, {create = false} = {}) => {
      if (!create && !Object.keys(window.disk.files).some(each => each.startsWith(`${path}${child}/`))) throw new DOMException('none', 'NotFoundError');
      return folder(`${path}${child}/`, child);
    },
    getFileHandle: async (child, {create = false} = {}) => {
      if (!(`${path}${child}` in window.disk.files)) {
        if (!create) throw new DOMException('none', 'NotFoundError');
        if (window.disk.readOnly) throw new DOMException('read-only', 'NoModificationAllowedError');
        window.disk.files[`${path}${child}`] = '';
      }
      return file(`${path}${child}`);
    },
    removeEntry: async child => { delete window.disk.files[`${path}${child}`]; },
    values: async function* () {
      const seen = new Set();
      for (const each of Object.keys(window.disk.files)) {
        if (!each.startsWith(path)) continue;
        const [child, more] = each.slice(path.length).split('/', 2);
        if (seen.has(child)) continue;
        seen.add(child);
        yield more === undefined ? file(each) : folder(`${path}${child}/`, child);
      }
    },
  });
  window.showDirectoryPicker = async () => folder('', 'county files');
};
