package io.stepwright.micrometer;

/**
 * Every name that is recorded: those of OpenTelemetry's semantic conventions for generative AI, and
 * our own, which begin with {@code stepwright.}.
 */
final class Names {

  static final String OPERATION_DURATION = "gen_ai.client.operation.duration";
  static final String TOKEN_USAGE = "gen_ai.client.token.usage";
  static final String WORKFLOW_DURATION = "gen_ai.workflow.duration";
  static final String STEP_DURATION = "stepwright.step.duration";
  static final String CACHE_LOOKUPS = "stepwright.cache.lookups";
  static final String CACHE_SAVED_TOKENS = "stepwright.cache.saved_tokens";
  static final String RETRIES = "stepwright.retries";

  static final String OPERATION_NAME = "gen_ai.operation.name";
  static final String PROVIDER_NAME = "gen_ai.provider.name";
  static final String REQUEST_MODEL = "gen_ai.request.model";
  static final String RESPONSE_MODEL = "gen_ai.response.model";
  static final String SERVER_ADDRESS = "server.address";
  static final String SERVER_PORT = "server.port";
  static final String TOKEN_TYPE = "gen_ai.token.type";
  static final String WORKFLOW_NAME = "gen_ai.workflow.name";
  static final String ERROR_TYPE = "error.type";
  static final String AGENT = "stepwright.agent";
  static final String STEP = "stepwright.step.name";
  static final String STEP_STATE = "stepwright.step.state";
  static final String ATTEMPT_REASON = "stepwright.attempt.reason";
  static final String CACHE_OUTCOME = "stepwright.cache.outcome";

  /** What a tag is where it has no value: meters of one name need the same tags. */
  static final String NONE = "none";

  private Names() {}
}
