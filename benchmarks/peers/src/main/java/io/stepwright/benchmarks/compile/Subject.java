package io.stepwright.benchmarks.compile;

import dagger.Component;
import io.stepwright.Agent;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.mapstruct.Mapper;

/** Classes to compile, with the annotation processor that processes them. */
public enum Subject {
  STEPWRIGHT(
      "Stepwright, ten steps",
      "io.stepwright.processor.StepwrightProcessor",
      AgentSource.TEXT,
      Agent.class),
  DAGGER(
      "Dagger, ten bindings",
      "dagger.internal.codegen.ComponentProcessor",
      ComponentSource.TEXT,
      Component.class,
      javax.inject.Inject.class,
      jakarta.inject.Inject.class),
  MAPSTRUCT(
      "MapStruct, ten methods",
      "org.mapstruct.ap.MappingProcessor",
      MapperSource.TEXT,
      Mapper.class);

  private final String words;
  private final String processor;
  private final String text;
  private final List<Class<?>> needed;

  Subject(String words, String processor, String text, Class<?>... needed) {
    this.words = words;
    this.processor = processor;
    this.text = text;
    this.needed = List.of(needed);
  }

  /** Returns the name for tables. */
  public String words() {
    return words;
  }

  /** Returns the class name of the processor. */
  String processor() {
    return processor;
  }

  /** Returns the source of one class. */
  String source(String name) {
    return text.replace("ClassNumber", name);
  }

  /** Returns the class path that the classes need. */
  String classPath() {
    return needed.stream()
        .map(Subject::place)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
