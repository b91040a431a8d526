package io.stepwright.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All settings, in the order of the documentation. Reading, checks, suggestions and documentation
 * are derived from this list.
 */
final class Settings {

  static final Setting<String> MODEL =
      Setting.of(
          "stepwright.models.<alias>",
          ValueReaders::text,
          "what an alias stands for: `provider/name`, or a name of the default provider");

  static final Setting<String> BASE_URL =
      Setting.of(
              "stepwright.providers.<name>.base-url",
              ValueReaders::text,
              "the base URL of an OpenAI-compatible server")
          .otherwise("that of OpenAI for `openai`, the local port for `ollama`");

  static final Setting<String> API_KEY =
      Setting.of("stepwright.providers.<name>.api-key", ValueReaders::text, "its key")
          .otherwise("none");

  static final Setting<Integer> MAX_CONCURRENCY =
      Setting.of(
              "stepwright.providers.<name>.max-concurrency",
              ValueReaders::concurrency,
              "the most requests at once")
          .otherwise("no limit");

  static final Setting<Duration> CALL_TIMEOUT =
      Setting.of(
              "stepwright.call.timeout",
              ValueReaders::duration,
              "the limit of one attempt to get an answer")
          .usually("60s");

  static final Setting<String> CACHE_STORE =
      Setting.of(
              "stepwright.cache.store",
              ValueReaders::text,
              "where answers of `@Cached` steps are remembered: `memory`, `redis` or `none`")
          .usually(Configuration.MEMORY);

  static final Setting<String> STORE_URL =
      Setting.of(
          "stepwright.cache.<store>.url",
          ValueReaders::text,
          "`redis://user:password@host:6379`, or `rediss://` for TLS");

  static final Setting<String> STORE_PREFIX =
      Setting.of(
              "stepwright.cache.<store>.prefix",
              ValueReaders::text,
              "what the names of all keys there begin with")
          .otherwise("`sw`");

  static final Setting<Duration> CACHE_TIMEOUT =
      Setting.of(
              "stepwright.cache.timeout",
              ValueReaders::duration,
              "how long a look-up in the cache may take")
          .usually("50ms");

  static final Setting<Duration> CACHE_SHARED_TIMEOUT =
      Setting.of(
              "stepwright.cache.timeout.shared",
              ValueReaders::duration,
              "how long a question [waits for another process](cache.md#several-processes-one-question)"
                  + " that asks the same")
          .otherwise("not at all");

  static final Setting<String> CACHE_SECRET =
      Setting.of(
              "stepwright.cache.secret",
              ValueReaders::secret,
              "at least 16 characters that [sign what is shared](cache.md#who-else-can-write-there),"
                  + " the same for all processes that share it")
          .otherwise("none");

  static final Setting<String> CACHE_NAMESPACE =
      Setting.of(
              "stepwright.cache.namespace",
              ValueReaders::namespace,
              "keeps answers of several environments apart: letters, digits, `.`, `_`, `-`")
          .otherwise("none");

  static final Setting<String> EMBEDDER_WEIGHTS =
      Setting.of(
              "stepwright.embedder.weights",
              ValueReaders::text,
              "those of the built-in embedder: `quantised` or `fp32`")
          .otherwise("`quantised`");

  static final Setting<String> EMBEDDER_MODEL =
      Setting.of(
          "stepwright.embedder.model",
          ValueReaders::text,
          "the path of another ONNX sentence model");

  static final Setting<String> EMBEDDER_TOKENIZER =
      Setting.of(
          "stepwright.embedder.tokenizer", ValueReaders::text, "the path of its tokenizer file");

  static final Setting<Boolean> LOG_RUNS =
      Setting.of(
              "stepwright.log.runs",
              ValueReaders::flag,
              "whether each run is one INFO line of the logger `io.stepwright.runs`: `true` or `false`")
          .usually("false");

  static final Setting<Boolean> MICROMETER_BUCKETS =
      Setting.of(
              "stepwright.micrometer.buckets",
              ValueReaders::flag,
              "whether Micrometer's histograms have the [buckets of the conventions]"
                  + "(telemetry.md#micrometer): `true` or `false`")
          .usually("false");

  static final Setting<Price> PRICE =
      Setting.of(
              "stepwright.prices.<model>",
              ValueReaders::price,
              "what a million tokens in and a million tokens out cost, such as `0.15 0.60`; the model"
                  + " as `provider/name`, or the name alone for the default provider")
          .otherwise("unknown");

  static final Setting<String> REPORT_DIR =
      Setting.of(
              "stepwright.report.dir",
              ValueReaders::text,
              "a folder to which [reports](reports.md) of all runs are written")
          .otherwise("none");

  static final Setting<Integer> REPORT_KEEP =
      Setting.of(
              "stepwright.report.keep",
              ValueReaders::count,
              "of how many runs the reports stay there")
          .usually("50");

  static final Setting<Boolean> REPORT_CONTENT =
      Setting.of(
              "stepwright.report.content",
              ValueReaders::flag,
              "whether the reports in that folder hold [what was sent to models and what they"
                  + " answered](reports.md#what-was-sent-and-answered), for development: `true` or"
                  + " `false`")
          .usually("false");

  static final Setting<String> REPORT_CURRENCY =
      Setting.of("stepwright.report.currency", ValueReaders::currency, "the currency of all prices")
          .usually("USD");

  static final Setting<Optional<Duration>> RUN_TIMEOUT =
      Setting.of("stepwright.run.timeout", ValueReaders::limit, "the limit of a run, or `none`")
          .usually("60s");

  static final Setting<Boolean> THREADS_NAMED =
      Setting.of(
              "stepwright.threads.named",
              ValueReaders::flag,
              "whether [names of threads](runs.md#threads) tell the run and the item: `true` or"
                  + " `false`")
          .usually("false");

  static final Setting<String> CONVERSATION_STORE =
      Setting.of(
              "stepwright.conversations.store",
              ValueReaders::text,
              "where [conversations](conversations.md) are kept: `memory` or `redis`")
          .usually(Configuration.MEMORY);

  static final Setting<String> CONVERSATION_URL =
      Setting.of(
          "stepwright.conversations.<store>.url",
          ValueReaders::text,
          "`redis://user:password@host:6379`, or `rediss://` for TLS");

  static final Setting<String> CONVERSATION_PREFIX =
      Setting.of(
              "stepwright.conversations.<store>.prefix",
              ValueReaders::text,
              "what the names of all keys there begin with")
          .otherwise("`sw`");

  static final Setting<Duration> CONVERSATION_TIMEOUT =
      Setting.of(
              "stepwright.conversations.timeout",
              ValueReaders::duration,
              "how long a request to the store of conversations may take")
          .usually("2s");

  static final Setting<Duration> CONVERSATION_TTL =
      Setting.of(
              "stepwright.conversations.ttl",
              ValueReaders::duration,
              "how long a conversation is kept after it was last loaded or saved")
          .usually("30d");

  static final Setting<Integer> CONVERSATION_TURNS =
      Setting.of(
              "stepwright.conversations.turns",
              ValueReaders::turns,
              "the most turns of a conversation that is saved")
          .usually("1000");

  static final Setting<Integer> CONVERSATION_CHARACTERS =
      Setting.of(
              "stepwright.conversations.characters",
              ValueReaders::count,
              "the most characters of a conversation that is saved")
          .usually("500000");

  static final Setting<String> CONVERSATION_SECRET =
      Setting.of(
              "stepwright.conversations.secret",
              ValueReaders::secret,
              "at least 16 characters that [sign conversations](conversations.md#who-else-can-write-there),"
                  + " the same for all processes that share them")
          .otherwise("none");

  static final List<Setting<?>> ALL =
      List.of(
          MODEL,
          BASE_URL,
          API_KEY,
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
          CONVERSATION_SECRET);

  private Settings() {}
}
