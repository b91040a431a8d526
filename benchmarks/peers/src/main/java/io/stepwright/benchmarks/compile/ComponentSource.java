package io.stepwright.benchmarks.compile;

/**
 * The source of a Dagger component of ten bindings: five methods of a module, and five classes with
 * a constructor.
 */
final class ComponentSource {

  static final String TEXT =
      """
      package bench;

      import dagger.Component;
      import dagger.Module;
      import dagger.Provides;
      import javax.inject.Inject;

      @Component(modules = ClassNumber.Parts.class)
      public interface ClassNumber {
        Outcome outcome();

        record Signup(String name, String email, String message, int seats) {}
        record Settings(String region, int limit) {}
        record Clock(long millis) {}
        record Store(Settings settings, Clock clock) {}
        record Mailer(Settings settings, Signup signup) {}

        @Module
        final class Parts {
          private Parts() {}

          @Provides static Signup signup() { return new Signup("Ada", "ada@example.org", "Hello", 3); }
          @Provides static Settings settings() { return new Settings("eu", 7); }
          @Provides static Clock clock() { return new Clock(0); }
          @Provides static Store store(Settings settings, Clock clock) { return new Store(settings, clock); }
          @Provides static Mailer mailer(Settings settings, Signup signup) { return new Mailer(settings, signup); }
        }

        final class Intent {
          final Signup signup;
          @Inject Intent(Signup signup) { this.signup = signup; }
        }

        final class Profile {
          final Signup signup;
          final Store store;
          @Inject Profile(Signup signup, Store store) { this.signup = signup; this.store = store; }
        }

        final class Email {
          final Intent intent;
          final Mailer mailer;
          @Inject Email(Intent intent, Mailer mailer) { this.intent = intent; this.mailer = mailer; }
        }

        final class Note {
          final Profile profile;
          final Clock clock;
          @Inject Note(Profile profile, Clock clock) { this.profile = profile; this.clock = clock; }
        }

        final class Outcome {
          final Email email;
          final Note note;
          @Inject Outcome(Email email, Note note) { this.email = email; this.note = note; }
        }
      }
      """;

  private ComponentSource() {}
}
