import { describeRoute } from 'hono-openapi'

const refused = (description: string) => ({
  description,
  content: {
    'application/problem+json': { schema: { type: 'object' as const, required: ['code', 'message'] } },
  },
})

interface Description {
  /** What the route answers or does, in a few words. */
  summary: string
  tag: 'pages' | 'pathway' | 'records' | 'alerts' | 'reports' | 'school' | 'import' | 'access' | 'service'
  /** What comes back. */
  answer: string
  type?: string
  /** It takes `If-Match` with the version that was seen. */
  versioned?: boolean
  /** It takes `Idempotency-Key`, so that sending it twice does it once. */
  once?: boolean
}

const header = (name: string, description: string, required: boolean) => ({
  in: 'header' as const,
  name,
  description,
  required,
  schema: { type: 'string' as const },
})

/** A route's entry in `/api/openapi.json`; a route without one fails the tests. */
export const described = ({ summary, tag, answer, type, versioned = false, once = false }: Description) =>
  describeRoute({
    summary,
    tags: [tag],
    parameters: [
      ...(versioned ? [header('If-Match', 'The version that was seen, such as "3".', true)] : []),
      ...(once ? [header('Idempotency-Key', 'Sending it twice does it once.', false)] : []),
    ],
    responses: {
      200: { description: answer, content: { [type ?? 'application/json']: {} } },
      '4XX': refused('Why not, in a plain sentence.'),
    },
  })
