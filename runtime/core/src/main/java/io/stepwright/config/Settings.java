package io.stepwright.config;

import io.stepwright.spi.ResultWithTools;
import io.stepwright.spi.SchemaKeywords;
import io.stepwright.spi.StructuredOutput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All settings, in the order of the documentation. Reading, checks, suggestions and documentation
 * are derived from this list.
 */
final class Settings {

  static final Setting<String> MODEL =
      Setting.of(
          "stepwright.models.<alias>",
          ValueReaders.TEXT,
          "what `@Model(\"alias:<alias>\")` stands for: `provider/name`, or a name of the default"
              + " provider");

  static final Setting<String> BASE_URL =
      Setting.of(
              "stepwright.providers.<name>.base-url",
              ValueReaders.TEXT,
              "the base URL of an OpenAI-compatible server")
          .otherwise("that of a [known provider](providers.md)");

  static final Setting<String> API_KEY =
      Setting.of("stepwright.providers.<name>.api-key", ValueReaders.TEXT, "its key")
          .otherwise("the variable of a [known provider](providers.md)");

  static final Setting<Map<String, String>> HEADERS =
      Setting.of(
              "stepwright.providers.<name>.headers",
              ValueReaders.HEADERS,
              "headers of each request, such as `{\"api-key\":\"…\"}`; the values are secrets")
          .otherwise("none");

  static final Setting<String> QUERY =
      Setting.of(
              "stepwright.providers.<name>.query",
              ValueReaders.QUERY,
              "what is appended to the URL of each request, such as `api-version=2024-10-21`")
          .otherwise("none");

  static final Setting<String> BODY =
      Setting.of(
              "stepwright.providers.<name>.body",
              ValueReaders.BODY,
              "[fields of each request](providers.md#fields-of-requests), such as"
                  + " `{\"reasoning_effort\":\"low\"}`")
          .otherwise("none");

  static final Setting<String> MODEL_BODY =
      Setting.of(
              "stepwright.bodies.<alias>",
              ValueReaders.BODY,
              "the same for one alias, over those of the provider")
          .otherwise("none");

  static final Setting<StructuredOutput> STRUCTURED_OUTPUT =
      Setting.of(
              "stepwright.providers.<name>.structured-output",
              ValueReaders.STRUCTURED_OUTPUT,
              "how a server is told [the form of an answer](providers.md#typed-answers):"
                  + " `json_schema`, `json_object` or `prompt`")
          .otherwise("that of the provider, else `json_schema`");

  static final Setting<SchemaKeywords> SCHEMA_KEYWORDS =
      Setting.of(
              "stepwright.providers.<name>.schema-keywords",
              ValueReaders.SCHEMA_KEYWORDS,
              "the keywords of the schemas that it is sent: `all`, or `basic`, without those for"
                  + " bounds, patterns and formats")
          .otherwise("that of the provider, else `all`");

  static final Setting<ResultWithTools> RESULT_WITH_TOOLS =
      Setting.of(
              "stepwright.providers.<name>.typed-result-with-tools",
              ValueReaders.RESULT_WITH_TOOLS,
              "how it is asked for a typed answer [beside"
                  + " tools](providers.md#typed-answers-with-tools): `both` in one request, or the"
                  + " answer as one more `tool`")
          .otherwise("that of the provider, else `both`");

  static final Setting<Integer> MAX_CONCURRENCY =
      Setting.of(
              "stepwright.providers.<name>.max-concurrency",
              ValueReaders.CONCURRENCY,
              "the most requests at once")
          .otherwise("no limit");

  static final Setting<Duration> CALL_TIMEOUT =
      Setting.of(
              "stepwright.call.timeout",
              ValueReaders.DURATION,
              "the limit of one attempt to get an answer")
          .usually("60s");

  static final Setting<String> CACHE_STORE =
      Setting.of(
              "stepwright.cache.store",
              ValueReaders.TEXT,
              "where answers of `@Cached` steps are remembered: `memory`, `redis` or `none`")
          .usually(Configuration.MEMORY);

  static final Setting<String> STORE_URL =
      Setting.of(
          "stepwright.cache.<store>.url",
          ValueReaders.TEXT,
          "`redis://user:password@host:6379`, or `rediss://` for TLS");

  static final Setting<String> STORE_PREFIX =
      Setting.of(
              "stepwright.cache.<store>.prefix",
              ValueReaders.TEXT,
              "what the names of all keys there begin with")
          .otherwise("`sw`");

  static final Setting<Duration> CACHE_TIMEOUT =
      Setting.of(
              "stepwright.cache.timeout",
              ValueReaders.DURATION,
              "how long a look-up in the cache may take")
          .usually("50ms");

  static final Setting<Duration> CACHE_SHARED_TIMEOUT =
      Setting.of(
              "stepwright.cache.timeout.shared",
              ValueReaders.DURATION,
              "how long a question [waits for another"
                  + " process](cache.md#several-processes-one-question) that asks the same")
          .otherwise("not at all");

  static final Setting<String> CACHE_SECRET =
      Setting.of(
              "stepwright.cache.secret",
              ValueReaders.SECRET,
              "at least 16 characters that [sign what is"
                  + " shared](cache.md#who-else-can-write-there), the same for all processes that"
                  + " share it")
          .otherwise("none");

  static final Setting<String> CACHE_NAMESPACE =
      Setting.of(
              "stepwright.cache.namespace",
              ValueReaders.NAMESPACE,
              "keeps answers of several environments apart: letters, digits, `.`, `_`, `-`")
          .otherwise("none");

  static final Setting<String> EMBEDDER_WEIGHTS =
      Setting.of(
              "stepwright.embedder.weights",
              ValueReaders.TEXT,
              "those of the built-in embedder: `quantised` or `fp32`")
          .otherwise("`quantised`");

  static final Setting<String> EMBEDDER_MODEL =
      Setting.of(
          "stepwright.embedder.model",
          ValueReaders.TEXT,
          "the path of another ONNX sentence model");

  static final Setting<String> EMBEDDER_TOKENIZER =
      Setting.of(
          "stepwright.embedder.tokenizer", ValueReaders.TEXT, "the path of its tokenizer file");

  static final Setting<Boolean> LOG_RUNS =
      Setting.of(
              "stepwright.log.runs",
              ValueReaders.FLAG,
              "whether each run is one INFO line of the logger `io.stepwright.runs`: `true` or"
                  + " `false`")
          .usually("false");

  static final Setting<Boolean> MICROMETER_BUCKETS =
      Setting.of(
              "stepwright.micrometer.buckets",
              ValueReaders.FLAG,
              "whether Micrometer's histograms have the [buckets of the conventions]"
                  + "(telemetry.md#micrometer): `true` or `false`")
          .usually("false");

  static final Setting<Price> PRICE =
      Setting.of(
              "stepwright.prices.<model>",
              ValueReaders.PRICE,
              "what a million tokens in and a million tokens out cost, such as `0.15 0.60`; the"
                  + " model as `provider/name`, or the name alone for the default provider")
          .otherwise("unknown");

  static final Setting<String> REPORT_DIR =
      Setting.of(
              "stepwright.report.dir",
              ValueReaders.TEXT,
              "a folder to which [reports](reports.md) of all runs are written")
          .otherwise("none");

  static final Setting<Integer> REPORT_KEEP =
      Setting.of(
              "stepwright.report.keep",
              ValueReaders.COUNT,
              "of how many runs the reports stay there")
          .usually("50");

  static final Setting<Boolean> REPORT_CONTENT =
      Setting.of(
              "stepwright.report.content",
              ValueReaders.FLAG,
              "whether the reports in that folder hold [what was sent to models and what they"
                  + " answered](reports.md#what-was-sent-and-answered), for development: `true` or"
                  + " `false`")
          .usually("false");

  static final Setting<String> REPORT_CURRENCY =
      Setting.of("stepwright.report.currency", ValueReaders.CURRENCY, "the currency of all prices")
          .usually("USD");

  static final Setting<Optional<Duration>> RUN_TIMEOUT =
      Setting.of("stepwright.run.timeout", ValueReaders.LIMIT, "the limit of a run, or `none`")
          .usually("60s");

  static final Setting<Boolean> THREADS_NAMED =
      Setting.of(
              "stepwright.threads.named",
              ValueReaders.FLAG,
              "whether [names of threads](runs.md#threads) tell the run and the item: `true` or"
                  + " `false`")
          .usually("false");

  static final Setting<String> CONVERSATION_STORE =
      Setting.of(
              "stepwright.conversations.store",
              ValueReaders.TEXT,
              "where [conversations](conversations.md) are kept: `memory` or `redis`")
          .usually(Configuration.MEMORY);

  static final Setting<String> CONVERSATION_URL =
      Setting.of(
          "stepwright.conversations.<store>.url",
          ValueReaders.TEXT,
          "`redis://user:password@host:6379`, or `rediss://` for TLS");

  static final Setting<String> CONVERSATION_PREFIX =
      Setting.of(
              "stepwright.conversations.<store>.prefix",
              ValueReaders.TEXT,
              "what the names of all keys there begin with")
          .otherwise("`sw`");

  static final Setting<Duration> CONVERSATION_TIMEOUT =
      Setting.of(
              "stepwright.conversations.timeout",
              ValueReaders.DURATION,
              "how long a request to the store of conversations may take")
          .usually("2s");

  static final Setting<Duration> CONVERSATION_TTL =
      Setting.of(
              "stepwright.conversations.ttl",
              ValueReaders.DURATION,
              "how long a conversation is kept after it was last loaded or saved")
          .usually("30d");

  static final Setting<Integer> CONVERSATION_TURNS =
      Setting.of(
              "stepwright.conversations.turns",
              ValueReaders.TURNS,
              "the most turns of a conversation that is saved")
          .usually("1000");

  static final Setting<Integer> CONVERSATION_CHARACTERS =
      Setting.of(
              "stepwright.conversations.characters",
              ValueReaders.COUNT,
              "the most characters of a conversation that is saved")
          .usually("500000");

  static final Setting<String> CONVERSATION_SECRET =
      Setting.of(
              "stepwright.conversations.secret",
              ValueReaders.SECRET,
              "at least 16 characters that [sign"
                  + " conversations](conversations.md#who-else-can-write-there), the same for all"
                  + " processes that share them")
          .otherwise("none");

  static final Setting<String> MCP_URL =
      Setting.of(
          "stepwright.mcp.<server>.url",
          ValueReaders.TEXT,
          "the address of an [MCP server](mcp.md#settings) that speaks Streamable HTTP");

  static final Setting<List<String>> MCP_COMMAND =
      Setting.of(
          "stepwright.mcp.<server>.command",
          ValueReaders.COMMAND,
          "in place of an address: the program that is the server, such as"
              + " `[\"npx\",\"-y\",\"…\"]`; its arguments are secrets");

  static final Setting<Map<String, String>> MCP_ENV =
      Setting.of(
              "stepwright.mcp.<server>.env",
              ValueReaders.VARIABLES,
              "environment variables of that program, such as `{\"TOKEN\":\"…\"}`; the values are"
                  + " secrets")
          .otherwise("none");

  static final Setting<Map<String, String>> MCP_HEADERS =
      Setting.of(
              "stepwright.mcp.<server>.headers",
              ValueReaders.HEADERS,
              "headers of each request to that address, such as"
                  + " `{\"Authorization\":\"Bearer …\"}`; the values are secrets")
          .otherwise("none");

  static final Setting<Duration> MCP_TIMEOUT =
      Setting.of(
              "stepwright.mcp.<server>.timeout",
              ValueReaders.DURATION,
              "the limit of a call of one of its tools, with the connection if there is none yet")
          .usually("30s");

  static final List<Setting<?>> ALL =
      List.of(
          MODEL,
          BASE_URL,
          API_KEY,
          HEADERS,
          QUERY,
          BODY,
          MODEL_BODY,
          STRUCTURED_OUTPUT,
          SCHEMA_KEYWORDS,
          RESULT_WITH_TOOLS,
          MAX_CONCURRENCY,
          CALL_TIMEOUT,
          CACHE_STORE,
          STORE_URL,
          STORE_PREFIX,
          CACHE_TIMEOUT,
          CACHE_SHARED_TIMEOUT,
          CACHE_SECRET,
          CACHE_NAMESPACE,
          EMBEDDER_WEIGHTS,
          EMBEDDER_MODEL,
          EMBEDDER_TOKENIZER,
          LOG_RUNS,
          MICROMETER_BUCKETS,
          PRICE,
          REPORT_DIR,
          REPORT_KEEP,
          REPORT_CONTENT,
          REPORT_CURRENCY,
          RUN_TIMEOUT,
          THREADS_NAMED,
          CONVERSATION_STORE,
          CONVERSATION_URL,
          CONVERSATION_PREFIX,
          CONVERSATION_TIMEOUT,
          CONVERSATION_TTL,
          CONVERSATION_TURNS,
          CONVERSATION_CHARACTERS,
          CONVERSATION_SECRET,
          MCP_URL,
          MCP_COMMAND,
          MCP_ENV,
          MCP_HEADERS,
          MCP_TIMEOUT);

  private Settings() {}
}
