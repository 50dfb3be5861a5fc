// Theory of change, logic model, support, road map, and every other kind: forms made from the field tables, the report beside.
import { chosenFile, contentOf } from '../county/ask';
import { formOf } from '../county/form';
import { FileChoice } from '../parts/common';
import { useReach } from '../parts/context';
import { RecordFields } from '../parts/record';
import { ReportFrame } from '../parts/report_frame';

interface FormProps {
  kind: string;
  title: string;
  report: string[];
  /** Where a new one goes. */
  place: string;
}

export function FormView({ kind, title, report, place }: FormProps) {
  const { wb, desk } = useReach();
  const file = chosenFile(wb, kind, desk.chosen[kind]);
  const about = formOf(wb, kind)?.about;
  if (file === undefined) return <NoFile kind={kind} title={title} about={about} place={place} />;
  const { content } = contentOf(wb, file);
  return (
    <>
      <header class="view-head">
        <h1>{title}</h1>
        <FileChoice kind={kind} label="File" />
      </header>
      <p class="lead">{about}</p>
      <ReportFrame words={report} file={file} title={`The report on ${title.toLowerCase()}`} fold />
      <RecordFields kind={kind} file={file} place="" node={content ?? undefined} leave={['format', 'approvals']} />
    </>
  );
}

function NoFile({ kind, title, about, place }: { kind: string; title: string; about: string | undefined; place: string }) {
  const { wb } = useReach();
  const begin = () => {
    const problem = wb.carryOut(`new ${place}`, ['new', kind, '-o', place]);
    wb.say(problem ?? `${place} is there, filled with examples. Replace each with your own.`);
  };
  return (
    <section class="empty">
      <h1>{title}</h1>
      <p>{about}</p>
      <p>The county has none yet.</p>
      <p><button type="button" onClick={begin}>Begin one</button></p>
    </section>
  );
}
