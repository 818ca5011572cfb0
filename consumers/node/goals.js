// The goal tree, folded from what happened: it has to come to the same bytes as the section `goals` of the plan.

/** The shape of the plan that this fold was written for. In another one, goals may have more to say. */
export const VIEW_VERSION = 8

/** The tree after these events, in their order. `tree` is the section as it was; it stays as it is. */
export function fold(tree, events) {
  const goals = new Map(flat(tree).map((goal) => [goal.goal, goal]))
  for (const event of events) happened(goals, event)
  return treeOf([...goals.values()])
}

/** Events by which the tree changes. Whatever else happened leaves it as it is. */
const CHANGES = {
  'helhed.plans.plan-drafted.v1': (goals) => goals.clear(), // a plan begins without goals
  'helhed.plans.goal-defined.v1': (goals, said) => goals.set(said.goal, defined(said)),
  'helhed.plans.goal-reworded.v1': (goals, said) =>
    change(goals, said, { professional_wording: said.professional_wording }),
  'helhed.plans.goal-replanned.v1': (goals, said) =>
    change(goals, said, {
      owner_kind: said.owner_kind,
      owner: said.owner,
      target_date: said.target_date ?? null,
      rank: said.rank,
    }),
  'helhed.plans.goal-moved.v1': moved,
  'helhed.plans.goal-achieved.v1': (goals, said) => end(goals, said, 'achieved', null),
  'helhed.plans.goal-closed.v1': (goals, said) => end(goals, said, said.ending, said.reason),
  'helhed.plans.goal-overdue.v1': (goals, said) => {
    const goal = goals.get(said.goal)
    if (goal) goals.set(said.goal, due({ ...goal, overdue_on: grown(goal.overdue_on, said.due_on).sort() }))
  },
  'helhed.plans.goal-shared.v1': (goals, said) => {
    const goal = goals.get(said.goal)
    if (goal) goals.set(said.goal, { ...goal, known_to: grown(goal.known_to, said.person) })
  },
  'helhed.plans.goal-fate-decided.v1': (goals, said) => {
    if (said.fate === 'moves') end(goals, said, 'moved', null)
  },
}

/** An event that changed since is told in its older version too, under `also`: the first is taken that is known here. */
function happened(goals, { type, data, also = [] }) {
  const known = [{ type, data }, ...also].find((each) => each.type in CHANGES)
  if (known) CHANGES[known.type](goals, known.data)
}

function defined(said) {
  return {
    goal: said.goal,
    parent: said.parent ?? null,
    level: said.level,
    rank: said.rank,
    own_words: said.own_words,
    professional_wording: said.professional_wording ?? null,
    author_kind: said.author_kind,
    author: said.author,
    owner_kind: said.owner_kind,
    owner: said.owner,
    status: 'open',
    closed_because: null,
    target_date: said.target_date ?? null,
    overdue: false,
    overdue_on: [],
    focus_area: said.focus_area ?? null,
    wish: said.wish ?? null,
    no_wish_because: said.no_wish_because ?? null,
    known_to: [],
    revision: said.revision,
  }
}

function change(goals, said, what) {
  const goal = goals.get(said.goal)
  if (!goal) return
  const revision = goal.status === 'open' ? said.revision : goal.revision
  goals.set(said.goal, due({ ...goal, ...what, revision }))
}

/** With all that is below it. */
function moved(goals, said) {
  const goal = goals.get(said.goal)
  if (!goal) return
  const deeper = said.level - goal.level
  for (const below of under(goals, said.goal)) {
    goals.set(below, { ...goals.get(below), level: goals.get(below).level + deeper })
  }
  change(goals, said, { parent: said.parent ?? null, level: said.level, rank: said.rank })
}

function under(goals, top) {
  const found = [top]
  for (const each of found) {
    for (const goal of goals.values()) {
      if (goal.parent === each && !found.includes(goal.goal)) found.push(goal.goal)
    }
  }
  return found.slice(1)
}

function end(goals, said, status, because) {
  const goal = goals.get(said.goal)
  if (goal) goals.set(said.goal, due({ ...goal, status, closed_because: because, revision: said.revision }))
}

/** Overdue is an open goal whose target date is one of those that passed. */
function due(goal) {
  return { ...goal, overdue: goal.status === 'open' && goal.overdue_on.includes(goal.target_date) }
}

function grown(list, one) {
  return list.includes(one) ? [...list] : [...list, one]
}

function flat(tree) {
  return tree.flatMap(({ children, ...goal }) => [goal, ...flat(children)])
}

/** Below their parents, by rank and then id; one whose parent isn't a level above it stands on top. */
function treeOf(goals) {
  const byId = new Map(goals.map((goal) => [goal.goal, goal]))
  const order = (a, b) => a.level - b.level || a.rank - b.rank || (a.goal < b.goal ? -1 : 1)
  const below = new Map()
  for (const goal of [...goals].sort(order)) {
    const parent = goal.parent === null ? undefined : byId.get(goal.parent)
    const place = parent && parent.level === goal.level - 1 ? goal.parent : null
    below.set(place, [...(below.get(place) ?? []), goal])
  }
  const branches = (parent) =>
    (below.get(parent) ?? []).map((goal) => ({ ...goal, children: branches(goal.goal) }))
  return branches(null)
}
