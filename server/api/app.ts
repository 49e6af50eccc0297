import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { openAPIRouteHandler } from 'hono-openapi'
import { isUnavailable, unavailableSentence } from '../../db/unavailable.ts'
import type { Deps } from './deps.ts'
import { createDesk, type Desk } from './desk.ts'
import { createAnswers } from './http/answer.ts'
import { described } from './http/described.ts'
import { errorFacts } from '../error-facts.ts'
import { access } from './http/access.ts'
import { accessLog } from './http/access-log.ts'
import { ownHost, plainAddress, sameSite } from './http/guards.ts'
import { securityHeaders } from './http/headers.ts'
import { readJsonBody } from './http/json-body.ts'
import { knownRoutes, routeOf } from './http/known-routes.ts'
import { notFound, problemResponse, Refusal } from './http/refusal.ts'
import { createReportDesk } from './report-desk.ts'
import { accessRoutes } from './routes/access.ts'
import { alertRoutes } from './routes/alerts.ts'
import { auditRoutes } from './routes/audit.ts'
import { authorityRoutes } from './routes/authorities.ts'
import { authorityReportRoutes } from './routes/authority-reports.ts'
import { childRoutes } from './routes/children.ts'
import { classRoutes } from './routes/class.ts'
import { healthRoutes } from './routes/health.ts'
import { considerationRoutes } from './routes/considerations.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { enrolRoutes } from './routes/enrol.ts'
import { importRoutes } from './routes/import.ts'
import { inboxRoutes } from './routes/inbox.ts'
import { kindRoutes } from './routes/kinds.ts'
import { linkRoutes } from './routes/links.ts'
import { meRoutes } from './routes/me.ts'
import { pageRoutes } from './routes/pages.ts'
import { passkeyRoutes } from './routes/passkeys.ts'
import { offSiteDirectionRoutes } from './routes/off-site-directions.ts'
import { peopleRoutes } from './routes/people.ts'
import { postRoutes } from './routes/posts.ts'
import { recordRoutes } from './routes/records.ts'
import { reportFileRoutes } from './routes/report-files.ts'
import { reportStepRoutes } from './routes/report-steps.ts'
import { reportWordRoutes } from './routes/report-words.ts'
import { reportRoutes } from './routes/reports.ts'
import { schoolRoutes } from './routes/school.ts'
import { setUpRoutes } from './routes/set-up.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { staticRoutes } from './routes/static.ts'
import { suspensionRoutes } from './routes/suspensions.ts'

/** The routes under `/api`, chained so that their types reach the browser. A new resource joins here. */
function apiRoutes(deps: Deps, desk: Desk) {
  const answer = createAnswers()
  const reports = createReportDesk(deps, desk)
  return new Hono()
    .route('/', healthRoutes(desk))
    .route('/', meRoutes(deps))
    .route('/', signInRoutes(deps))
    .route('/', linkRoutes(deps))
    .route('/', enrolRoutes(deps))
    .route('/', setUpRoutes(deps))
    .route('/', schoolRoutes(deps, desk))
    .route('/', authorityRoutes(deps, desk))
    .route('/', pageRoutes(deps, desk, answer))
    .route('/', childRoutes(deps, desk, answer))
    .route('/', recordRoutes(deps, desk))
    .route('/', kindRoutes(deps))
    .route('/', importRoutes(deps, desk))
    .route('/', alertRoutes(deps, desk))
    .route('/', auditRoutes(deps))
    .route('/', classRoutes(deps))
    .route('/', postRoutes(deps))
    .route('/', peopleRoutes(deps))
    .route('/', accessRoutes())
    .route('/', passkeyRoutes(deps))
    .route('/', considerationRoutes(deps, desk))
    .route('/', decisionRoutes(deps, desk))
    .route('/', inboxRoutes(deps, desk))
    .route('/', suspensionRoutes(deps, desk, answer))
    .route('/', offSiteDirectionRoutes(deps, desk))
    .route('/', reportRoutes(deps, desk, reports))
    .route('/', reportFileRoutes(reports))
    .route('/', reportStepRoutes(deps, desk))
    .route('/', reportWordRoutes(deps, desk))
    .route('/', authorityReportRoutes(deps))
}

const documentation = {
  info: { title: 'Virtual School dashboard', version: '1', description: 'Made from the routes themselves.' },
}

/** Bugs and a database out of order: the answer has a reference, the log has the same and where it was. */
function unexpected(deps: Deps, error: Error, reference: string): Refusal {
  deps.log.error({ event: 'request.failed', reference, ...errorFacts(error) })
  if (isUnavailable(error))
    return new Refusal(503, { code: 'unavailable', message: unavailableSentence }, { 'Retry-After': '10' })
  return new Refusal(500, {
    code: 'failed',
    message: `Something went wrong here, and nothing was changed. The reference in the server’s log is ${reference}.`,
  })
}

/** The whole application over its parts: guards first, then the API, then the built pages. */
export function createApp(deps: Deps, desk: Desk = createDesk(deps)) {
  const app = new Hono()
  const patternOf = routeOf(() => app)
  app.use(accessLog(deps, patternOf))
  app.use(securityHeaders(deps.baseUrl))
  app.use(compress())
  app.use(ownHost(deps.hosts ?? []), plainAddress, sameSite(deps.baseUrl))
  app.use(
    '/api/*',
    knownRoutes(() => app),
    access(deps, patternOf),
    readJsonBody,
  )
  app.onError((error, c) => {
    if (error instanceof Refusal) return problemResponse(c, error)
    if (error instanceof HTTPException && error.status < 500)
      return problemResponse(c, new Refusal(400, { code: 'malformed', message: 'This cannot be read.' }))
    return problemResponse(c, unexpected(deps, error, c.get('reference')))
  })
  app.notFound((c) => problemResponse(c, notFound()))
  const routed = app
    .get(
      '/api/openapi.json',
      described({ summary: 'This description', tag: 'service', answer: 'OpenAPI 3.1.' }),
      openAPIRouteHandler(app, {
        documentation,
        excludeStaticFile: false,
        defaultValidationErrorResponse: false,
      }),
    )
    .route('/api', apiRoutes(deps, desk))
  if (deps.demonstration) app.route('/api', deps.demonstration.routes(deps))
  if (deps.webRoot !== undefined) app.route('/', staticRoutes(deps.webRoot))
  return routed
}

export type AppType = ReturnType<typeof createApp>
export type { ImportLine } from './routes/import.ts'
export type { ImportView } from './views/import.ts'
export type * from '../pathway/shapes.ts'
export type * from '../pathway/shapes-after.ts'
export type * from '../report/report-json.ts'
export type * from '../report/shapes.ts'
