package io.stepwright.it.providers;

import static io.stepwright.it.providers.Trouble.FILTER;
import static io.stepwright.it.providers.Trouble.OVERLOAD;
import static io.stepwright.it.providers.Trouble.RATE_LIMIT;
import static io.stepwright.it.providers.Trouble.TOO_LONG;
import static io.stepwright.it.providers.Trouble.WRONG_KEY;
import static io.stepwright.spi.StructuredOutput.JSON_SCHEMA;

import java.util.List;

/** The dialects of the servers, from their documentation and from reports of their users. */
final class Dialects {

  private static final String BEARER = "authorization";

  private Dialects() {}

  static List<Dialect> all() {
    return List.of(
        openai(),
        azure("/openai/v1"),
        azure("/openai/deployments/mine")
            .requiresQuery("api-version=2024-10-21")
            .setting("query", "api-version=2024-10-21"),
        anthropic(),
        gemini(),
        mistral(),
        deepseek(),
        groq(),
        openrouter(),
        ollama(),
        vllm(),
        llamacpp(),
        gateway());
  }

  private static Dialect openai() {
    return new Dialect("openai", "/v1")
        .keyIn(BEARER)
        .refusesFields("max_tokens")
        .refusesWith(
            400,
            """
            {"error":{"message":"Unsupported parameter: '%s' is not supported with this model.",\
            "type":"invalid_request_error","param":"max_tokens","code":"unsupported_parameter"}}""")
        .failsBy(
            WRONG_KEY,
            401,
            """
            {"error":{"message":"Incorrect API key provided: sk-canar*****4711.",\
            "type":"invalid_request_error","param":null,"code":"invalid_api_key"}}""")
        .failsBy(
            TOO_LONG,
            400,
            """
            {"error":{"message":"This model's maximum context length is 128000 tokens.",\
            "type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}""")
        .failsBy(
            RATE_LIMIT,
            429,
            """
            {"error":{"message":"Rate limit reached for requests","type":"requests","param":null,\
            "code":"rate_limit_exceeded"}}""")
        .failsBy(
            FILTER,
            400,
            """
            {"error":{"message":"Your request was rejected by our safety system.",\
            "type":"invalid_request_error","param":null,"code":"content_policy_violation"}}""")
        .failsBy(
            OVERLOAD,
            503,
            """
            {"error":{"message":"The engine is currently overloaded, please try again later",\
            "type":"server_error","param":null,"code":null}}""");
  }

  private static Dialect azure(String path) {
    return new Dialect("azure", path)
        .keyIn("api-key")
        .refusesFields("max_tokens")
        .failsBy(
            WRONG_KEY,
            401,
            """
            {"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong\
             API endpoint."}}""")
        .failsBy(
            TOO_LONG,
            400,
            """
            {"error":{"message":"This model's maximum context length is 128000 tokens.",\
            "type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}""")
        .failsBy(
            RATE_LIMIT,
            429,
            """
            {"error":{"code":"429","message":"Requests to the ChatCompletions_Create Operation have\
             exceeded call rate limit of your current OpenAI S0 pricing tier."}}""")
        .failsBy(
            FILTER,
            400,
            """
            {"error":{"message":"The response was filtered due to the prompt triggering Azure\
             OpenAI's content management policy.","type":null,"param":"prompt",\
            "code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation",\
            "content_filter_result":{"hate":{"filtered":true,"severity":"high"}}}}}""")
        .failsBy(
            OVERLOAD,
            503,
            """
            {"error":{"code":"InternalServerError","message":"Backend returned unexpected response."}}""");
  }

  private static Dialect anthropic() {
    return new Dialect("anthropic", "/v1")
        .keyIn(BEARER)
        .ignoresFormats()
        .fencesJson()
        .failsBy(
            WRONG_KEY,
            401,
            """
            {"error":{"code":"authentication_error","message":"invalid x-api-key",\
            "type":"authentication_error","param":null}}""")
        .failsBy(
            TOO_LONG,
            400,
            """
            {"error":{"code":"invalid_request_error","message":"prompt is too long: 210000 tokens >\
             200000 maximum","type":"invalid_request_error","param":null}}""")
        .failsBy(
            RATE_LIMIT,
            429,
            """
            {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed\
             your organization's rate limit."}}""")
        .failsBy(
            FILTER,
            200,
            """
            {"id":"msg_1","model":"claude","choices":[{"index":0,"finish_reason":"refusal",\
            "message":{"role":"assistant","content":""}}]}""")
        .failsBy(
            OVERLOAD,
            529,
            """
            {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},\
            "request_id":"req_1"}""");
  }

  private static Dialect gemini() {
    return new Dialect("gemini", "/v1beta/openai")
        .refusesFormatsBesideTools()
        .keyIn(BEARER)
        .refusesKeywords("pattern", "minimum", "maximum", "format")
        .refusesWith(
            400,
            """
            [{"error":{"code":400,"message":"Invalid JSON payload received. Unknown name %s",\
            "status":"INVALID_ARGUMENT"}}]""")
        .failsBy(
            WRONG_KEY,
            400,
            """
            [{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.",\
            "status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo",\
            "reason":"API_KEY_INVALID","domain":"googleapis.com"}]}}]""")
        .failsBy(
            TOO_LONG,
            400,
            """
            [{"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum\
             number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}]""")
        .failsBy(
            RATE_LIMIT,
            429,
            """
            [{"error":{"code":429,"message":"You exceeded your current quota.",\
            "status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo",\
            "retryDelay":"1s"}]}}]""")
        .failsBy(
            FILTER,
            200,
            """
            {"choices":[{"finish_reason":"content_filter: PROHIBITED_CONTENT","index":0,\
            "message":{"role":"assistant"}}],"model":"gemini"}""")
        .failsBy(
            OVERLOAD,
            503,
            """
            [{"error":{"code":503,"message":"The model is overloaded. Please try again later.",\
            "status":"UNAVAILABLE"}}]""");
  }

  private static Dialect mistral() {
    return new Dialect("mistral", "/v1")
        .refusesFormatsBesideTools()
        .keyIn(BEARER)
        .answersInParts()
        .refusesFields("max_completion_tokens", "store", "stream_options")
        .refusesWith(
            422,
            """
            {"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","%s"],\
            "msg":"Extra inputs are not permitted","input":1}]},"type":"invalid_request_error",\
            "param":null,"code":null}""")
        .failsBy(WRONG_KEY, 401, "{\"detail\":\"Unauthorized\"}")
        .failsBy(
            TOO_LONG,
            400,
            """
            {"object":"error","message":"Prompt contains 40000 tokens and 0 draft tokens, too large\
             for model with 32768 maximum context length","type":"invalid_request_prompt",\
            "param":null,"code":"3051"}""")
        .failsBy(
            RATE_LIMIT,
            429,
            """
            {"object":"error","message":"Service tier capacity exceeded for this model.",\
            "type":"service_tier_capacity_exceeded","param":null,"code":"3505"}""")
        .failsBy(
            OVERLOAD,
            503,
            """
            {"object":"error","message":"Service unavailable.","type":"unreachable_backend",\
            "param":null,"code":"1100"}""");
  }

  private static Dialect deepseek() {
    return new Dialect("deepseek", "")
        .keyIn(BEARER)
        .refusesFormat(JSON_SCHEMA)
        .refusesWith(
            400,
            """
            {"error":{"message":"This %s type is unavailable now","type":"invalid_request_error",\
            "param":null,"code":"invalid_request_error"}}""")
        .changesBody(whole -> "\n".repeat(40) + whole)
        .failsBy(
            WRONG_KEY,
            401,
            """
            {"error":{"message":"Authentication Fails, Your api key: ****4711 is invalid",\
            "type":"authentication_error","param":null,"code":"invalid_request_error"}}""")
        .failsBy(
            TOO_LONG,
            400,
            """
            {"error":{"message":"This model's maximum context length is 65536 tokens. However, you\
             requested 70000 tokens.","type":"invalid_request_error","param":null,\
            "code":"invalid_request_error"}}""")
        .failsBy(
            RATE_LIMIT,
            429,
            """
            {"error":{"message":"Rate limit reached","type":"rate_limit_error","code":null}}""")
        .failsBy(
            FILTER,
            400,
            """
            {"error":{"message":"Content Exists Risk","type":"invalid_request_error","param":null,\
            "code":"invalid_request_error"}}""")
        .failsBy(OVERLOAD, 200, "\n".repeat(100));
  }

  private static Dialect groq() {
    return new Dialect("groq", "/openai/v1")
        .refusesFormatsBesideTools()
        .keyIn(BEARER)
        .refusesFormat(JSON_SCHEMA)
        .refusesWith(
            400,
            """
            {"error":{"message":"This model does not support response format `%s`.",\
            "type":"invalid_request_error","param":"response_format"}}""")
        .failsBy(
            WRONG_KEY,
            401,
            """
            {"error":{"message":"Invalid API Key","type":"invalid_request_error",\
            "code":"invalid_api_key"}}""")
        .failsBy(
            TOO_LONG,
            400,
            """
            {"error":{"message":"Please reduce the length of the messages or completion.",\
            "type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}""")
        .failsBy(
            RATE_LIMIT,
            429,
            """
            {"error":{"message":"Rate limit reached for model in organization on tokens per minute",\
            "type":"tokens","code":"rate_limit_exceeded"}}""")
        .failsBy(
            OVERLOAD,
            503,
            """
            {"error":{"message":"Service Unavailable","type":"internal_server_error"}}""");
  }

  private static Dialect openrouter() {
    return new Dialect("openrouter", "/api/v1")
        .keyIn(BEARER)
        .requiresHeader("http-referer", "https://acme.example")
        .setting("headers", "{\"HTTP-Referer\":\"https://acme.example\"}")
        .refusesKeywords("minimum", "maximum", "pattern")
        .refusesWith(
            400,
            """
            {"error":{"message":"Provider returned error","code":400,"metadata":{"raw":\
            "For 'integer' type, property '%s' is not supported","provider_name":"Anthropic"}}}""")
        .failsBy(
            WRONG_KEY,
            401,
            "{\"error\":{\"message\":\"User not found.\",\"code\":401},\"user_id\":\"u\"}")
        .failsBy(
            TOO_LONG,
            400,
            """
            {"error":{"message":"This endpoint's maximum context length is 131072 tokens.",\
            "code":400,"metadata":{"provider_name":null}}}""")
        .failsBy(
            RATE_LIMIT,
            200,
            """
            {"error":{"message":"Provider returned error","code":429,"metadata":{"raw":"busy"}}}""")
        .failsBy(
            FILTER,
            403,
            """
            {"error":{"message":"Your chosen model requires moderation and your input was flagged",\
            "code":403,"metadata":{"reasons":["hate"],"flagged_input":"a text"}}}""")
        .failsBy(
            OVERLOAD,
            200,
            """
            {"id":"gen-1","model":"m","choices":[{"index":0,"finish_reason":"error",\
            "message":{"role":"assistant","content":"{\\"mood\\":\\"GLAD\\",\\"stars"},\
            "error":{"code":502,"message":"Upstream error from provider"}}]}""");
  }

  private static Dialect ollama() {
    return new Dialect("ollama", "/v1")
        .callsNoToolsBesideFormats()
        .thinksAloud("<think>\nA review.\n</think>\n\n")
        .failsBy(
            OVERLOAD,
            503,
            """
            {"error":{"message":"server busy, please try again. maximum pending requests exceeded",\
            "type":"api_error","param":null,"code":null}}""");
  }

  private static Dialect vllm() {
    return new Dialect("vllm", "/v1")
        .callsNoToolsBesideFormats()
        .thinksAloud("A review.\n</think>\n\n")
        .failsBy(WRONG_KEY, 401, "{\"error\":\"Unauthorized\"}")
        .failsBy(
            TOO_LONG,
            400,
            """
            {"object":"error","message":"This model's maximum context length is 4096 tokens. However,\
             you requested 5000 tokens.","type":"BadRequestError","param":null,"code":400}""")
        .failsBy(
            OVERLOAD,
            500,
            """
            {"object":"error","message":"EngineCore encountered an issue.",\
            "type":"InternalServerError","param":null,"code":500}""");
  }

  private static Dialect llamacpp() {
    return new Dialect("llamacpp", "/v1")
        .callsNoToolsBesideFormats()
        .failsBy(
            WRONG_KEY,
            401,
            """
            {"error":{"code":401,"message":"Invalid API Key","type":"authentication_error"}}""")
        .failsBy(
            TOO_LONG,
            400,
            """
            {"error":{"code":400,"message":"the request exceeds the available context size, try\
             increasing it","type":"exceed_context_size_error","n_prompt_tokens":9000,"n_ctx":8192}}""")
        .failsBy(
            OVERLOAD,
            503,
            """
            {"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""");
  }

  /** A gateway of a name that nobody knows, built on FastAPI. */
  private static Dialect gateway() {
    return new Dialect("acme", "/proxy/v1")
        .requiresHeader("x-gateway-key", "canary-gateway-1")
        .setting("headers", "{\"X-Gateway-Key\":\"canary-gateway-1\"}")
        .requiresQuery("tenant=blue")
        .setting("query", "tenant=blue")
        .setting("body", "{\"max_tokens\":null,\"max_completion_tokens\":77}")
        .refusesFormatsBesideTools()
        .setting("typed-result-with-tools", "tool")
        .refusesFields("max_tokens")
        .refusesWith(
            422,
            """
            {"detail":[{"type":"extra_forbidden","loc":["body","%s"],\
            "msg":"Extra inputs are not permitted"}]}""")
        .failsBy(WRONG_KEY, 401, "{\"detail\":\"Bad key canary-gateway-1\"}")
        .failsBy(OVERLOAD, 502, "<html><body>Bad Gateway</body></html>");
  }
}
