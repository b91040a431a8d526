package io.stepwright.openai.reply;

import io.stepwright.openai.reply.ServerError.Category;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The error codes of servers, from their documentation and sources: OpenAI, Azure, Anthropic,
 * Gemini, Mistral, DeepSeek, Groq, OpenRouter, Moonshot, Alibaba, vLLM, SGLang, llama.cpp, LiteLLM,
 * FastAPI. An unknown code is never shown, because a server may put anything there, such as the
 * text of a user.
 */
final class KnownCodes {

  static final String OTHER = "other";

  private static final Map<String, Category> CATEGORIES =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private static final Map<String, String> SPELLINGS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private KnownCodes() {}

  static {
    add(
        Category.FILTERED,
        List.of(
            "content_filter",
            "content_policy_violation",
            "ContentPolicyViolationError",
            "ResponsibleAIPolicyViolation",
            "data_inspection_failed",
            "DataInspectionFailed",
            "moderation_blocked",
            "PROHIBITED_CONTENT"));
    add(
        Category.TOO_LONG,
        List.of(
            "context_length_exceeded",
            "exceed_context_size_error",
            "ContextWindowExceededError",
            "string_above_max_length",
            "model_context_window_exceeded",
            "request_too_large"));
    add(
        Category.KEY,
        List.of(
            "API_KEY_INVALID",
            "invalid_api_key",
            "incorrect_api_key",
            "API_KEY_EXPIRED",
            "InvalidApiKey"));
    add(
        Category.SPENT,
        List.of(
            "insufficient_quota",
            "billing_hard_limit_reached",
            "billing_not_active",
            "insufficient_user_quota",
            "exceeded_current_quota_error",
            "insufficient_balance",
            "Arrearage"));
    add(Category.MISSHAPEN, List.of("json_validate_failed"));
    add(
        Category.OTHER,
        List.of(
            // OpenAI and compatible servers
            "invalid_request_error",
            "unsupported_value",
            "unsupported_parameter",
            "unknown_parameter",
            "invalid_value",
            "invalid_type",
            "missing_required_parameter",
            "invalid_json",
            "invalid_json_schema",
            "invalid_model",
            "model_not_found",
            "model_not_available",
            "not_found",
            "not_found_error",
            "unsupported_country_region_territory",
            "rate_limit_exceeded",
            "rate_limit_error",
            "requests",
            "tokens",
            "server_error",
            "api_error",
            "internal_error",
            "internal_server_error",
            "engine_overloaded",
            "engine_overloaded_error",
            "overloaded",
            "overloaded_error",
            "service_unavailable",
            "service_unavailable_error",
            "unavailable_error",
            "timeout",
            "timeout_error",
            "request_timeout",
            "upstream_timeout",
            "upstream_error",
            "bad_gateway",
            "not_implemented",
            "not_supported_error",
            "conflict",
            "billing",
            "billing_error",
            "payment_required",
            "forbidden",
            "no_access",
            "permission_error",
            "permission_denied_error",
            "permission_denied",
            "access_denied",
            "authentication_error",
            "unauthorized",
            "invalid",
            "too_large",
            "invalid_request",
            "invalid_request_message_order",
            "unprocessable_entity",
            "validation_error",
            "validation",
            "tool_use_failed",
            "exceed_token_limit",
            "access_terminated_error",
            // Azure
            "DeploymentNotFound",
            "OperationNotSupported",
            "InvalidRequestError",
            "BadRequest",
            "TooManyRequests",
            // Google
            "INVALID_ARGUMENT",
            "FAILED_PRECONDITION",
            "OUT_OF_RANGE",
            "UNAUTHENTICATED",
            "RESOURCE_EXHAUSTED",
            "CANCELLED",
            "DEADLINE_EXCEEDED",
            "INTERNAL",
            "UNAVAILABLE",
            "UNIMPLEMENTED",
            // vLLM, SGLang, LiteLLM
            "BadRequestError",
            "NotFoundError",
            "AuthenticationError",
            "PermissionDeniedError",
            "UnprocessableEntityError",
            "RateLimitError",
            "InternalServerError",
            "APIConnectionError",
            "ServiceUnavailableError",
            // Alibaba
            "InvalidParameter",
            "Throttling"));
  }

  private static void add(Category category, List<String> codes) {
    for (String code : codes) {
      CATEGORIES.put(code, category);
      SPELLINGS.putIfAbsent(code, code);
    }
  }

  /** Returns a code as it may be shown. */
  static String shown(String word) {
    return SPELLINGS.getOrDefault(word, OTHER);
  }

  static Category category(String code) {
    return CATEGORIES.getOrDefault(code, Category.OTHER);
  }
}
