// The three imports of the module, over one function of whoever starts it:
//   Module.host(what, path, bytes, number) → a number, bytes, or {number, bytes}
// It throws what has a `code`, such as ENOENT, for the errors that cpm knows to put into words; `detail` holds more bytes, if any.
mergeInto(LibraryManager.library, {
  $cpmAnswer: {bytes: null},

  cpm_ask__deps: ['$cpmAnswer'],
  cpm_ask: function (what, path, pathSize, bytes, bytesSize, number) {
    var answer;
    cpmAnswer.bytes = null;
    try {
      answer = Module['host'](what, HEAPU8.subarray(path, path + pathSize), HEAPU8.subarray(bytes, bytes + bytesSize), number);
    } catch (error) {
      if (!error || typeof error.code !== 'string') throw error;
      var name = error.code.split('').map(function (letter) { return letter.charCodeAt(0); });
      cpmAnswer.bytes = new Uint8Array(error['detail'] ? name.concat(0, Array.from(error['detail'])) : name);
      return -1;
    }
    if (typeof answer === 'number') return answer;
    cpmAnswer.bytes = answer instanceof Uint8Array ? answer : answer['bytes'];
    return answer['number'] || 0;
  },

  cpm_size__deps: ['$cpmAnswer'],
  cpm_size: function () {
    return cpmAnswer.bytes ? cpmAnswer.bytes.length : 0;
  },

  cpm_take__deps: ['$cpmAnswer'],
  cpm_take: function (answer) {
    if (cpmAnswer.bytes) HEAPU8.set(cpmAnswer.bytes, answer);
    cpmAnswer.bytes = null;
  },
});
