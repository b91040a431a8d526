/**
 * The all-MiniLM-L6-v2 embedder, in this process and without any network.
 *
 * <p>The model runs in ONNX Runtime, on one thread per call, and the tokenizer is that of Deep Java
 * Library (DJL). A process has one environment of ONNX Runtime: if another library has set it up,
 * the embedder uses that one. Model, tokenizer and native libraries come in jars. Nothing is
 * downloaded or reported: before DJL is loaded, the system properties {@code OPT_OUT_TRACKING} and
 * {@code ai.djl.offline} are set to {@code true}, unless the application has set them, or the
 * environment variables {@code OPT_OUT_TRACKING} and {@code DJL_OFFLINE}. They hold for the whole
 * process: an application that lets DJL download models of its own sets {@code
 * ai.djl.offline=false}.
 *
 * <p>The tokenizer's native library is unpacked once into DJL's cache folder: {@code ~/.djl.ai}, or
 * the folder that the system property or environment variable {@code DJL_CACHE_DIR} names. ONNX
 * Runtime's library is unpacked at every start into {@code java.io.tmpdir}. Both folders must be
 * writable, and libraries must be allowed to run from them. There are native libraries for Linux
 * with glibc (x86-64, ARM64), macOS (ARM64) and Windows (x86-64).
 *
 * <p>JDK 24 and later print a warning when native libraries are loaded; {@code
 * --enable-native-access=ALL-UNNAMED} on the command line suppresses it.
 *
 * <p>The embedder reads 128 tokens, the start and end marks included, and reports texts with more.
 * The vocabulary is that of English text; words that it cannot represent, such as emoji, all become
 * the same unknown token.
 */
@NullMarked
package io.stepwright.minilm;

import org.jspecify.annotations.NullMarked;
