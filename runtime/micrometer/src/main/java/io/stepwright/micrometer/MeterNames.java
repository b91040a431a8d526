package io.stepwright.micrometer;

import java.time.Duration;
import java.util.stream.DoubleStream;

/**
 * All names that are recorded: those of OpenTelemetry's semantic conventions for generative AI, and
 * our own, which begin with {@code stepwright.}.
 */
final class MeterNames {

  static final String OPERATION_DURATION = "gen_ai.client.operation.duration";
  static final String TOKEN_USAGE = "gen_ai.client.token.usage";
  static final String WORKFLOW_DURATION = "gen_ai.workflow.duration";
  static final String TOOL_DURATION = "gen_ai.execute_tool.duration";
  static final String APPROVAL_DURATION = "stepwright.tool.approval.duration";
  static final String STEP_DURATION = "stepwright.step.duration";
  static final String CACHE_LOOKUPS = "stepwright.cache.lookups";
  static final String CACHE_SAVED_TOKENS = "stepwright.cache.saved_tokens";
  static final String RETRIES = "stepwright.retries";

  /**
   * The bucket boundaries that the conventions advise, equal to those of OpenTelemetry's metrics.
   */
  static final Duration[] OPERATION_SECONDS =
      seconds(
          0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);

  static final Duration[] WORKFLOW_SECONDS =
      seconds(1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200);
  static final double[] TOKENS =
      DoubleStream.iterate(1, bound -> bound <= 1 << 26, bound -> bound * 4).toArray();

  static final String OPERATION_NAME = "gen_ai.operation.name";
  static final String PROVIDER_NAME = "gen_ai.provider.name";
  static final String REQUEST_MODEL = "gen_ai.request.model";
  static final String RESPONSE_MODEL = "gen_ai.response.model";
  static final String TOOL_NAME = "gen_ai.tool.name";
  static final String TOOL_TYPE = "gen_ai.tool.type";
  static final String SERVER_ADDRESS = "server.address";
  static final String SERVER_PORT = "server.port";
  static final String TOKEN_TYPE = "gen_ai.token.type";
  static final String WORKFLOW_NAME = "gen_ai.workflow.name";
  static final String ERROR_TYPE = "error.type";
  static final String AGENT = "stepwright.agent";
  static final String STEP = "stepwright.step.name";
  static final String STEP_ALTERNATIVE = "stepwright.step.alternative";
  static final String STEP_STATE = "stepwright.step.state";
  static final String ATTEMPT_REASON = "stepwright.attempt.reason";
  static final String TOOL_OUTCOME = "stepwright.tool.outcome";
  static final String APPROVAL_OUTCOME = "stepwright.tool.approval.outcome";
  static final String CACHE_OUTCOME = "stepwright.cache.outcome";

  /** The value of a tag without a value: meters of one name need the same tags. */
  static final String NONE = "none";

  private MeterNames() {}

  private static Duration[] seconds(double... bounds) {
    return DoubleStream.of(bounds)
        .mapToObj(bound -> Duration.ofMillis(Math.round(bound * 1_000)))
        .toArray(Duration[]::new);
  }
}
