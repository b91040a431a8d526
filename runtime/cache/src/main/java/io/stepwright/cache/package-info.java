/**
 * Remembers answers: exactly, by meaning, and once for all that ask the same at the same time.
 *
 * <p>Agents use it by {@code @Cached}, and never name it. It can also be used without them, for any
 * question whose answer is a text: {@link io.stepwright.cache.AnswerCache} looks up a {@link
 * io.stepwright.cache.CacheQuestion} and otherwise asks an {@link
 * io.stepwright.answer.AnswerSource}.
 *
 * <pre>{@code
 * AnswerCache cache = AnswerCache.inProcess().embedder(() -> embedder).builtInGuards().build();
 * String partition = new CacheDigest().add("translate").add(language).hex();
 * String id = new CacheDigest().add(TextKey.of(text)).hex();
 * CacheQuestion question =
 *     new CacheQuestion("Desk.translate", partition, id, text, 0.95, guards, Duration.ofHours(1));
 * Answer<String> answer = cache.answer(question, source);
 * }</pre>
 *
 * <p>Stores only keep entries; every decision about what may be served is made here. Stores,
 * embedders and further guards are implemented by {@link io.stepwright.spi}.
 *
 * <p>This package is public. The packages below it are internal: {@code memory} keeps entries in
 * this process, {@code text} tells texts that can be compared from those that cannot, {@code guard}
 * compares two texts word by word, and {@code step} connects the engine.
 */
@NullMarked
package io.stepwright.cache;

import org.jspecify.annotations.NullMarked;
