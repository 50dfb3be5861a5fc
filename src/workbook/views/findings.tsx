// Findings: all that cpm says of the files, in its own words; a click fixes, or goes to the place.
import { check, findings as findingsOf } from '../county/ask';
import { counted } from '../parts/common';
import { useReach } from '../parts/context';
import { FindingList } from '../parts/finding';

export function FindingsView() {
  const { wb } = useReach();
  const result = check(wb)?.result;
  const findings = findingsOf(wb);
  const files = [...new Set(findings.map((finding) => finding.file ?? ''))];
  const fixAll = () => {
    const problem = wb.carryOut('all safe fixes', ['fix']);
    wb.say(problem ?? 'All safe fixes are carried out. Undo takes them back.');
  };
  return (
    <>
      <header class="view-head">
        <h1>Findings</h1>
        {result !== undefined && result.fixable > 0 && <button type="button" onClick={fixAll}>Carry out {counted(result.fixable, 'safe fix', 'safe fixes')}</button>}
      </header>
      {!result && <pre class="notice">{wb.ask(['check']).err || 'There is nothing to check yet.'}</pre>}
      {result && findings.length === 0 && <p class="good">{counted(result.files, 'file')} checked: no problems.</p>}
      {files.map((file) => (
        <section key={file} aria-label={file}>
          <h2>{file || 'The whole folder'}</h2>
          <FindingList findings={findings.filter((finding) => (finding.file ?? '') === file)} />
        </section>
      ))}
      {result !== undefined && result.accepted > 0 && <p class="quiet">{counted(result.accepted, 'more finding')} accepted by the county’s cpm.yaml.</p>}
    </>
  );
}
