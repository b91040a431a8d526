package io.stepwright.openai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyTest {

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepwright.openai");

  @Test
  void coreIsMetOnlyThroughItsSpiAndItsTimer() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.stepwright.openai..",
            "io.stepwright.spi",
            "io.stepwright.background",
            "com.openai..",
            "com.fasterxml.jackson..",
            "com.google.auto.service..",
            "org.jspecify..",
            "javax.net.ssl",
            "java..")
        .check(ours);
  }

  /** The classes that read bodies depend neither on the SDK nor on JSON trees. */
  @Test
  void whatReadsBodiesKnowsBytesOnly() {
    classes()
        .that()
        .resideInAPackage("io.stepwright.openai.reply")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.stepwright.openai.reply",
            "com.fasterxml.jackson.core..",
            "org.jspecify..",
            "java..")
        .check(ours);
  }

  @Test
  void onlyTheFactoryIsPublic() {
    classes()
        .that()
        .resideInAPackage("io.stepwright.openai")
        .and()
        .arePublic()
        .and()
        .areNotMemberClasses()
        .should()
        .haveSimpleName("OpenAiClientFactory")
        .check(ours);
  }
}
