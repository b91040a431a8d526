package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Types that other languages and tools create. */
class OtherLanguagesTest {

  @TempDir Path folder;

  /** Kotlin gives methods with value classes names that Java cannot express. */
  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void namesThatJavaCannotWriteAreNoAccessors(TestCompiler compiler) throws IOException {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "lib/Box", null, "java/lang/Object", null);
    type.visitAnnotation("Lkotlin/Metadata;", true).visitEnd();
    for (String name : new String[] {"getId-BTHwCFA", "getDeadline", "component1", "componentOf"}) {
      MethodVisitor method =
          type.visitMethod(Opcodes.ACC_PUBLIC, name, "()Ljava/lang/String;", null, null);
      method.visitCode();
      method.visitInsn(Opcodes.ACONST_NULL);
      method.visitInsn(Opcodes.ARETURN);
      method.visitMaxs(1, 1);
      method.visitEnd();
    }
    type.visitEnd();
    Files.createDirectories(folder.resolve("lib"));
    Files.write(folder.resolve("lib/Box.class"), type.toByteArray());

    Compiled compiled =
        agent(compiler, "String run(lib.Box box)", "{{box.id}}", "String", "lib.Box box")
            .source("kotlin/Metadata.java", "package kotlin; public @interface Metadata {}")
            .classPath(folder)
            .compile();

    assertThat(compiled.errors())
        .singleElement()
        .extracting(Compiled.Message::text)
        .asString()
        .contains("[UnknownSlot]", "It has: getDeadline, deadline, componentOf.");
  }

  @EveryCompiler
  void modelsDoNotChooseWhatProtobufDoesNotRecognize(TestCompiler compiler) {
    Compiled compiled =
        agent(compiler, "Kind run(String in)", "{{in}}", "Kind", "String in")
            .source(
                "com/google/protobuf/ProtocolMessageEnum.java",
                "package com.google.protobuf; public interface ProtocolMessageEnum {}")
            .source(
                "app/Kind.java",
                """
                package app;
                public enum Kind implements com.google.protobuf.ProtocolMessageEnum {
                  GOOD, BAD,
                  /** Never. */
                  UNRECOGNIZED
                }
                """)
            .compile();

    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.source("app/WiredAg.java"))
        .contains("\"enum\": [\"GOOD\", \"BAD\"]")
        .doesNotContain("UNRECOGNIZED", "Never");
  }

  @ParameterizedTest
  @CsvSource({
    "JAVAC,byte[]",
    "ECJ,byte[]",
    "JAVAC,Iterable<Byte>",
    "ECJ,Iterable<Byte>",
    "JAVAC,java.util.List<Byte>",
    "JAVAC,java.util.Optional<Iterable<Byte>>",
    "JAVAC,app.Raw",
    "ECJ,app.Raw"
  })
  void bytesAreNoText(TestCompiler compiler, String type) {
    Compiled compiled =
        agent(compiler, "String run(" + type + " raw)", "{{raw}}", "String", type + " raw")
            .source(
                "app/Raw.java",
                "package app; public abstract class Raw implements Iterable<Byte> {}")
            .compile();

    assertThat(compiled.errors())
        .singleElement()
        .extracting(Compiled.Message::text)
        .asString()
        .contains("[SlotType]", "bytes are no text", "code step");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void datesThatModelsDoNotAnswerAreNamed(TestCompiler compiler) {
    Compiled compiled =
        agent(compiler, "When run(String in)", "{{in}}", "When", "String in")
            .source(
                "app/When.java", "package app; public record When(java.time.ZonedDateTime at) {}")
            .compile();

    assertThat(compiled.errors())
        .singleElement()
        .extracting(Compiled.Message::text)
        .asString()
        .contains("[UnsupportedResult]", "'When.at' is of type ZonedDateTime", "OffsetDateTime");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void anUnknownOptionOfOursIsNamed(TestCompiler compiler) {
    Compiled compiled =
        agent(compiler, "String run(String in)", "{{in}}", "String", "String in")
            .option("-Astepwright.resource=src")
            .option("-Amapstruct.verbose=true")
            .compile();

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.warnings())
        .extracting(Compiled.Message::text)
        .filteredOn(
            text -> text.contains("Option -A")) // javac sometimes adds a warning of its own.
        .singleElement()
        .asString()
        .contains("-Astepwright.resource is unknown", "stepwright.resources");
  }

  private static Compilation agent(
      TestCompiler compiler, String entryPoint, String prompt, String result, String parameter) {
    return Compilation.with(compiler)
        .source(
            "app/Ag.java",
            """
            package app;

            import io.stepwright.*;

            @Agent
            public interface Ag {
              @EntryPoint %s;

              @AgentStep @Model("m") @Prompt("%s") %s step(%s);
            }
            """
                .formatted(entryPoint, prompt, result, parameter));
  }
}
