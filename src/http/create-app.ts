import { setMaxListeners } from 'node:events';
import { Hono } from 'hono';
import { Fault } from '#domain/fault.ts';
import { allowOrigins, refuseForeignOrigins } from './allow-origins.ts';
import { answerFault } from './answer-fault.ts';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { chatRoutes } from './chat-routes.ts';
import { createConversationFeed } from './conversation-feed.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { identifyRequest } from './identify-request.ts';
import { logAccess } from './log-access.ts';
import { openapiRoutes } from './openapi-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { secureHeaders } from './secure-headers.ts';
import { turnRoutes } from './turn-routes.ts';
import { welcomeRoutes } from './welcome-routes.ts';

/** The whole HTTP side: what stands before every route, the routes, and what becomes of faults. */
export function createApp(deps: AppDeps) {
  // Every open stream listens to it; Node would take the eleventh for a leak.
  setMaxListeners(0, deps.stopping);
  const feed = createConversationFeed();
  const toResponse = answerFault(deps);

  const app = new Hono<AppEnv>()
    .use(identifyRequest(deps.ids))
    .use(logAccess(deps))
    .use(secureHeaders(deps.settings.publicUrl))
    .use(allowOrigins(deps.settings))
    .use(refuseForeignOrigins(deps.settings))
    .route('/', healthRoutes(deps))
    .route('/', welcomeRoutes(deps))
    .route('/', chatRoutes(deps, feed))
    .route('/', turnRoutes(deps, feed))
    .route('/', conversationRoutes(deps, feed))
    .route('/', searchRoutes(deps))
    .route('/', documentRoutes(deps))
    .route('/', reviewRoutes(deps))
    .route('/', openapiRoutes())
    .route('/', pageRoutes(deps.pageDir));

  app.onError(toResponse);
  app.notFound((c) => toResponse(new Fault('not_found', 'No such route'), c));
  return app;
}

export type App = ReturnType<typeof createApp>;
