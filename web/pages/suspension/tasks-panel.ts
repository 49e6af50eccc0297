import { html, nothing, type TemplateResult } from 'lit'
import type { SuspensionPage } from '../../api.ts'
import { emptyState } from '../../components/empty-state.ts'
import { statusMark } from '../../components/status-mark.ts'
import { forceWord, inWords, ownerWord, sentence, unbroken } from '../../format.ts'
import type { RecordFormAsked } from '../record-form.ts'
import {
  byUrgency,
  isDeed,
  isDone,
  isLate,
  isNeverMended,
  isToConsider,
  markOf,
  noticesToRecord,
  whenOfTask,
  type Task,
} from './tasks.ts'

export interface TaskActs {
  open: (asked: Pick<RecordFormAsked, 'kind' | 'recordId' | 'prefill'>) => void
  /** Opens a letter to be read. */
  read: (letter: NonNullable<Task['letter']>) => void
  /** Opens the form for several who were told at one time. */
  several: () => void
  mayWrite: boolean
}

function dutyOf({ owner, force, source }: Task): TemplateResult {
  const place = [source.title, source.place].filter(Boolean).join(', ')
  return html`<p class="duty-line">
    <b>${ownerWord(owner)}</b> ${forceWord(force)} ·
    ${source.url ? html`<a href=${source.url} rel="noreferrer">${place}</a>` : place}
  </p>`
}

/** The suspension stands open on its own page: there its form corrects it. */
const labelOf = ({ form, formLabel }: Task): string =>
  form === 'suspension' ? 'Correct the suspension' : formLabel

function ways(task: Task, isNext: boolean, acts: TaskActs): TemplateResult {
  const { form, prefill, letter, record } = task
  const about = html`<span class="hidden">: ${task.title}</span>`
  return html`${
    form !== null && acts.mayWrite
      ? html`<button
          class="button button-wide ${isNext ? 'button-solid' : ''}"
          type="button"
          @click=${() => acts.open(record ? { kind: record.kind, recordId: record.id, prefill } : { kind: form, prefill })}
        >
          <span>${labelOf(task)}${about}</span>
        </button>`
      : nothing
  }
  ${
    letter === null
      ? nothing
      : html`<button class="link" type="button" @click=${() => acts.read(letter)}>
          Read the letter${about}
        </button>`
  }`
}

function openTask(task: Task, isNext: boolean, today: string, acts: TaskActs): TemplateResult {
  const { big, small } = whenOfTask(task, today)
  return html`<li class="task">
    <div>
      <h3 class="alert-title">${statusMark(task.status)} <span>${unbroken(task.title)}</span></h3>
      <p class="alert-evidence">${unbroken(task.message)}</p>
      ${dutyOf(task)}
    </div>
    <div class="alert-ways">
      ${
        big
          ? html`<p class="when">
              <b class="word-${task.status}">${big}</b> <span class="small quiet">${small}</span>
            </p>`
          : nothing
      }
      ${ways(task, isNext, acts)}
    </div>
  </li>`
}

/** What is done stays to be seen, quietly; what was done too late says so. */
function doneTask(task: Task, today: string): TemplateResult {
  const { big, small } = whenOfTask(task, today)
  const mark = markOf(task)
  return html`<li class="task task-done ${isLate(task) ? 'task-late' : ''}">
    ${statusMark(mark, 16, '')}
    <div>
      <h3>${unbroken(task.title)}</h3>
      <p class="small quiet">${unbroken(task.message)}</p>
    </div>
    <p class="small task-ended">
      <b class="word-${isLate(task) ? 'breach' : 'met'}">${big}</b> <span class="quiet">${small}</span>
    </p>
  </li>`
}

const headWords = (open: number, done: number, late: number, undone: number) => {
  const parts = [
    ...(open > 0 ? [`${inWords(open)} open`] : []),
    ...(done - late > 0 ? [`${inWords(done - late)} met`] : []),
    ...(late > undone ? [`${inWords(late - undone)} too late`] : []),
    ...(undone > 0 ? [`${inWords(undone)} past mending`] : []),
  ]
  return sentence(parts.join(', '))
}

/** What is to be done after the decision, the most urgent first, each with the form that does it. */
export function tasksPanel({ tasks, today }: SuspensionPage, acts: TaskActs): TemplateResult {
  const all = byUrgency(tasks)
  const open = all.filter((task) => !isDone(task) && !isToConsider(task))
  const consider = all.filter(isToConsider)
  const done = all.filter(isDone)
  const late = done.filter(isLate)
  const next = open.find(({ form }) => form !== null)
  return html`<section class="card panel tasks" aria-labelledby="tasks">
    <div class="panel-head">
      <h2 id="tasks">What is to be done</h2>
      <p class="small quiet">
        ${headWords(open.length, done.filter(isDeed).length, late.length, late.filter(isNeverMended).length)}
      </p>
    </div>
    ${
      all.length === 0
        ? emptyState({ title: 'Nothing is to be done', text: 'No duty follows from this one here.' })
        : nothing
    }
    ${
      acts.mayWrite && noticesToRecord(tasks).length > 1
        ? html`<p class="tasks-several no-print">
            <button class="button" type="button" @click=${acts.several}>
              Record several who were told together
            </button>
          </p>`
        : nothing
    }
    ${
      open.length > 0
        ? html`<ol class="lines">
            ${open.map((task) => openTask(task, task === next, today, acts))}
          </ol>`
        : nothing
    }
    ${
      consider.length > 0
        ? html`<h3 class="facts-head">To think of now</h3>
            <ul class="lines">
              ${consider.map((task) => openTask(task, false, today, acts))}
            </ul>`
        : nothing
    }
    ${
      done.length > 0
        ? html`<ul
            class="lines tasks-done ${open.length + consider.length > 0 ? 'tasks-after' : ''}"
            aria-label="Met, or past mending"
          >
            ${done.map((task) => doneTask(task, today))}
          </ul>`
        : nothing
    }
  </section>`
}
