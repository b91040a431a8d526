package io.stepwright.openaijava;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyTest {

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepwright.openaijava");

  /** Requests, replies and failures are the other module's; core is met through its SPI. */
  @Test
  void onlyTheTransportIsOwn() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.stepwright.openaijava",
            "io.stepwright.openai.client",
            "io.stepwright.openai.request",
            "io.stepwright.spi",
            "io.stepwright.background",
            "com.openai..",
            "org.jspecify..",
            "java..")
        .check(ours);
  }

  @Test
  void onlyTheClientIsPublic() {
    classes()
        .that()
        .arePublic()
        .and()
        .areNotMemberClasses()
        .should()
        .haveSimpleName("OpenAiJavaClient")
        .check(ours);
  }
}
