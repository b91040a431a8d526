package io.stepwright.processor.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Processor;

/**
 * A compiler's input.
 *
 * @param sources texts by their paths, such as {@code app/Onboarding.java}
 * @param processors in the order in which they run
 */
record CompilerInput(
    Map<String, String> sources,
    List<String> options,
    List<Processor> processors,
    List<Path> classPath) {}
