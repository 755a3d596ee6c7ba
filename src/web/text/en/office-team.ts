// Words of work in a team: handing over, sharing out, and disposing of several letters at once.
export const team = {
  handOver: {
    open: 'Hand over to a colleague',
    lead: 'The task goes into the hands of the colleague you choose and stands in their work list. Its due time stays.',
    to: 'To',
    choose: 'Choose a colleague',
    note: 'Message to the colleague',
    send: 'Hand over',
    missing: 'Choose the colleague who gets this task.',
    nobody: 'Nobody else holds this post today.',
    done: (subject: string): string => `${subject} was handed over to your colleague.`,
    event: (name: string): string => `Handed over to ${name}`,
  },
  choose: (subject: string): string => `Choose ${subject}`,
  bar: 'What is chosen',
  chosen: 'chosen',
  deeds: { dispose: 'Dispose', take: 'Take', share: 'Share out', release: 'Back to the basket' },
  nothing: 'Nothing is chosen yet. Tick the tasks in the list first.',
  tooMany: (most: number): string => `Choose no more than ${most} tasks at once.`,
  gone: 'There is no such task, or it is not for you.',
  back: 'Back to the list',
  dispose: {
    title: (count: number): string => `Dispose of ${count} ${count === 1 ? 'letter' : 'letters'}`,
    lead: 'The same instructions and note go to every letter below. Each is recorded by itself.',
    letters: 'Letters to dispose of',
    send: (count: number, next: string): string =>
      `Dispose of ${count} ${count === 1 ? 'letter' : 'letters'}${next === '' ? '' : ` to ${next}`}`,
    leftOut: 'Left out',
    notDispose: 'This step is no disposition. Open the dossier to work on it.',
    notMine: 'Not a task of your posts.',
    taken: 'A colleague is on it.',
    closed: 'Already done.',
    mixedTitle: 'These letters cannot be disposed of together',
    mixed:
      'They go to different desks, or ask different questions. One instruction fits only what is alike: choose one of the groups.',
    group: (count: number, next: string, asks: string): string =>
      [`${count} ${count === 1 ? 'letter' : 'letters'}${next === '' ? '' : ` to ${next}`}`, asks]
        .filter((part) => part !== '')
        .join(', '),
    asks: (question: string): string => `with the question "${question}"`,
    none: 'None of what was chosen can be disposed of.',
  },
  share: {
    title: (count: number): string => `Share out ${count} ${count === 1 ? 'task' : 'tasks'}`,
    lead: 'Choose one colleague for all of them, or several: the tasks are then dealt out in turn, in the order below.',
    tasks: 'Tasks to share out',
    to: 'To',
    note: 'Message',
    send: (count: number): string => `Share out ${count} ${count === 1 ? 'task' : 'tasks'}`,
    missing: 'Choose at least one colleague.',
    nobody:
      'Nobody holds the posts of all these tasks today. Choose tasks of one post, or ask the administrator to name its holder.',
    mayNot: 'Only who holds the post, or stands above it, can share this task out.',
  },
  results: {
    title: (done: number, all: number): string =>
      done === all ? `${all} ${all === 1 ? 'task' : 'tasks'} recorded` : `${done} of ${all} tasks recorded`,
    lead: 'Each task is recorded by itself. What was refused has not changed and stays in your list.',
    done: { dispose: 'Disposed of', take: 'Taken by you', release: 'Back in the basket', share: 'Handed over' },
    toWhom: (name: string): string => `Handed over to ${name}`,
    refused: 'Refused',
    again: (count: number): string => `Try the ${count} refused again`,
  },
}
