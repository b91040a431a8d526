package io.stepwright.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * All names that are reported: those of the semantic conventions for generative AI, which are in
 * development and may change, and our own, which begin with {@code stepwright.}.
 */
final class ConventionNames {

  static final String SCOPE = "io.stepwright";

  // Span names, each followed by a space and a subject, and operations.
  static final String INVOKE_WORKFLOW = "invoke_workflow";
  static final String CHAT = "chat";
  static final String EMBEDDINGS = "embeddings";
  static final String EXECUTE_TOOL = "execute_tool";
  static final String STEP_SPAN = "stepwright.step";
  static final String CACHE_SPAN = "stepwright.cache.lookup";

  // Events of spans.
  static final String RETRY_EVENT = "stepwright.retry";
  static final String STEP_NOT_RUN_EVENT = "stepwright.step.not_run";
  static final String APPROVAL_EVENT = "stepwright.tool.approval";

  // Metrics.
  static final String OPERATION_DURATION = "gen_ai.client.operation.duration";
  static final String TOKEN_USAGE = "gen_ai.client.token.usage";
  static final String WORKFLOW_DURATION = "gen_ai.workflow.duration";
  static final String TOOL_DURATION = "gen_ai.execute_tool.duration";
  static final String STEP_DURATION = "stepwright.step.duration";
  static final String APPROVAL_DURATION = "stepwright.tool.approval.duration";
  static final String CACHE_LOOKUPS = "stepwright.cache.lookups";
  static final String CACHE_SAVED_TOKENS = "stepwright.cache.saved_tokens";
  static final String RETRIES = "stepwright.retries";

  static final List<Double> OPERATION_SECONDS =
      List.of(
          0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
  static final List<Double> WORKFLOW_SECONDS =
      List.of(1.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 7200.0);
  static final List<Long> TOKENS =
      List.of(
          1L, 4L, 16L, 64L, 256L, 1024L, 4096L, 16384L, 65536L, 262144L, 1048576L, 4194304L,
          16777216L, 67108864L);

  // Attributes of the conventions.
  static final AttributeKey<String> OPERATION_NAME = key("gen_ai.operation.name");
  static final AttributeKey<String> PROVIDER_NAME = key("gen_ai.provider.name");
  static final AttributeKey<String> WORKFLOW_NAME = key("gen_ai.workflow.name");
  static final AttributeKey<String> OUTPUT_TYPE = key("gen_ai.output.type");
  static final AttributeKey<String> REQUEST_MODEL = key("gen_ai.request.model");
  static final AttributeKey<Double> REQUEST_TEMPERATURE =
      AttributeKey.doubleKey("gen_ai.request.temperature");
  static final AttributeKey<Long> REQUEST_MAX_TOKENS = number("gen_ai.request.max_tokens");
  static final AttributeKey<String> RESPONSE_MODEL = key("gen_ai.response.model");
  static final AttributeKey<String> RESPONSE_ID = key("gen_ai.response.id");
  static final AttributeKey<List<String>> RESPONSE_FINISH_REASONS =
      AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");
  static final AttributeKey<Long> USAGE_INPUT_TOKENS = number("gen_ai.usage.input_tokens");
  static final AttributeKey<Long> USAGE_OUTPUT_TOKENS = number("gen_ai.usage.output_tokens");
  static final AttributeKey<String> TOKEN_TYPE = key("gen_ai.token.type");
  static final AttributeKey<Long> EMBEDDINGS_DIMENSIONS =
      number("gen_ai.embeddings.dimension.count");
  static final AttributeKey<String> INPUT_MESSAGES = key("gen_ai.input.messages");
  static final AttributeKey<String> OUTPUT_MESSAGES = key("gen_ai.output.messages");
  static final AttributeKey<String> SYSTEM_INSTRUCTIONS = key("gen_ai.system_instructions");
  static final AttributeKey<String> TOOL_DEFINITIONS = key("gen_ai.tool.definitions");
  static final AttributeKey<String> TOOL_NAME = key("gen_ai.tool.name");
  static final AttributeKey<String> TOOL_TYPE = key("gen_ai.tool.type");
  static final AttributeKey<String> TOOL_DESCRIPTION = key("gen_ai.tool.description");
  static final AttributeKey<String> TOOL_CALL_ID = key("gen_ai.tool.call.id");
  static final AttributeKey<String> TOOL_CALL_ARGUMENTS = key("gen_ai.tool.call.arguments");
  static final AttributeKey<String> TOOL_CALL_RESULT = key("gen_ai.tool.call.result");
  static final AttributeKey<String> SERVER_ADDRESS = key("server.address");
  static final AttributeKey<Long> SERVER_PORT = number("server.port");
  static final AttributeKey<String> ERROR_TYPE = key("error.type");
  static final AttributeKey<Long> HTTP_STATUS = number("http.response.status_code");

  // Our own attributes.
  static final AttributeKey<String> AGENT = key("stepwright.agent");
  static final AttributeKey<String> ENTRY_POINT = key("stepwright.entry_point");
  static final AttributeKey<Long> RUN_ID = number("stepwright.run.id");
  static final AttributeKey<String> RUN_STATE = key("stepwright.run.state");
  static final AttributeKey<String> STEP = key("stepwright.step.name");
  static final AttributeKey<String> STEP_ALTERNATIVE = key("stepwright.step.alternative");
  static final AttributeKey<String> STEP_STATE = key("stepwright.step.state");
  static final AttributeKey<Long> STEP_ITEM = number("stepwright.step.item");
  static final AttributeKey<Boolean> STEP_DIRECT =
      AttributeKey.booleanKey("stepwright.step.direct");
  static final AttributeKey<Long> ATTEMPT = number("stepwright.attempt.number");
  static final AttributeKey<String> ATTEMPT_REASON = key("stepwright.attempt.reason");
  static final AttributeKey<Double> ATTEMPT_WAIT =
      AttributeKey.doubleKey("stepwright.attempt.wait");
  static final AttributeKey<Long> ATTEMPTS = number("stepwright.attempts");
  static final AttributeKey<Long> TURN = number("stepwright.turn");
  static final AttributeKey<String> TOOL_OUTCOME = key("stepwright.tool.outcome");
  static final AttributeKey<String> APPROVAL_OUTCOME = key("stepwright.tool.approval.outcome");
  static final AttributeKey<Double> APPROVAL_WAIT =
      AttributeKey.doubleKey("stepwright.tool.approval.wait");
  static final AttributeKey<String> CACHE_OUTCOME = key("stepwright.cache.outcome");
  static final AttributeKey<Double> CACHE_SIMILARITY =
      AttributeKey.doubleKey("stepwright.cache.similarity");
  static final AttributeKey<Double> CACHE_AGE = AttributeKey.doubleKey("stepwright.cache.age");
  static final AttributeKey<List<String>> CACHE_REFUSED_BY =
      AttributeKey.stringArrayKey("stepwright.cache.refused_by");
  static final AttributeKey<String> CACHE_NOT_COMPARABLE =
      AttributeKey.stringKey("stepwright.cache.not_comparable");

  // Values.
  static final String INPUT = "input";
  static final String OUTPUT = "output";
  static final String JSON = "json";
  static final String TEXT = "text";
  static final String FUNCTION = "function";
  static final String UNKNOWN_TOOL = "unknown_tool";
  static final String INVALID_ARGUMENTS = "invalid_arguments";
  static final String CANCELLED = "cancelled";
  static final String FAILED = "failed";
  static final String FINISHED = "finished";
  static final String ABSENT = "absent";
  static final String SKIPPED = "skipped";
  static final String NOT_NEEDED = "not_needed";

  private ConventionNames() {}

  private static AttributeKey<String> key(String name) {
    return AttributeKey.stringKey(name);
  }

  private static AttributeKey<Long> number(String name) {
    return AttributeKey.longKey(name);
  }
}
