package io.stepwright.benchmarks.cache;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Questions of twelve words, the same in every run. */
final class Texts {

  private static final String OWNER = "my";
  private static final List<String> OTHER_OWNERS = List.of(OWNER, "the", "this");

  /** The parts of a question, as indexes into the {@link Vocabulary}. */
  private record Question(int opening, int verb, int attribute, int object, int situation) {

    static Question random(Random random) {
      return new Question(
          random.nextInt(Vocabulary.OPENINGS.size()),
          random.nextInt(Vocabulary.VERBS.size()),
          random.nextInt(Vocabulary.ATTRIBUTES.size()),
          random.nextInt(Vocabulary.OBJECTS.size()),
          random.nextInt(Vocabulary.SITUATIONS.size()));
    }

    /** Returns the wording of a variant; variant 0 is the stored one. */
    String say(int variant, String owner) {
      String attribute = Vocabulary.ATTRIBUTES.get(this.attribute);
      return String.join(
          " ",
          Vocabulary.OPENINGS.get(opening).get(variant),
          Vocabulary.VERBS.get(verb),
          owner,
          variant % 2 == 0 ? attribute : Vocabulary.LIKE.getOrDefault(attribute, attribute),
          Vocabulary.OBJECTS.get(object),
          Vocabulary.SITUATIONS.get(situation));
    }
  }

  private final List<Question> questions;

  /**
   * Creates a number of distinct questions. A smaller number yields the first ones of a larger
   * number.
   */
  Texts(int count) {
    Random random = new Random(1);
    Set<Question> distinct = new LinkedHashSet<>();
    while (distinct.size() < count) {
      distinct.add(Question.random(random));
    }
    questions = List.copyOf(distinct);
  }

  /** Returns all questions in the stored wording. */
  List<String> remembered() {
    return questions.stream().map(question -> question.say(0, OWNER)).toList();
  }

  /**
   * Returns reworded questions, without duplicates, spread over the first questions.
   *
   * @param among the number of the first questions
   * @param count the number of reworded questions
   */
  List<String> reworded(int among, int count) {
    List<String> texts = new ArrayList<>();
    for (int variant = 1; variant < Vocabulary.OPENINGS.get(0).size(); variant++) {
      for (String owner : OTHER_OWNERS) {
        int each = Math.min(among, count);
        for (int i = 0; i < each && texts.size() < count; i++) {
          texts.add(questions.get((int) ((long) i * among / each)).say(variant, owner));
        }
      }
    }
    return texts;
  }

  /** Returns questions on unrelated subjects. */
  static List<String> others(int count) {
    List<String> texts = new ArrayList<>();
    for (String object : Vocabulary.OTHER_OBJECTS) {
      for (String verb : Vocabulary.OTHER_VERBS) {
        for (String subject : Vocabulary.OTHER_SUBJECTS) {
          if (texts.size() < count) {
            texts.add(subject + " " + verb + " " + object);
          }
        }
      }
    }
    return texts;
  }
}
