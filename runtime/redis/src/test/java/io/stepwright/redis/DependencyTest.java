package io.stepwright.redis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyTest {

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepwright.redis");

  @Test
  void coreIsMetOnlyThroughItsSpi() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.stepwright.redis",
            "io.stepwright.spi",
            "io.stepwright.spi.cache",
            "io.stepwright.background",
            "redis.clients.jedis..",
            "com.fasterxml.jackson.core..",
            "com.google.auto.service..",
            "org.jspecify..",
            "javax.crypto..",
            "javax.net.ssl",
            "java..")
        .check(ours);
  }

  @Test
  void onlyTheFactoriesArePublic() {
    classes().that().arePublic().should().haveSimpleNameEndingWith("StoreFactory").check(ours);
  }
}
