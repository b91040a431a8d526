package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.Lists;
import io.stepwright.cache.guard.word.Stem;
import io.stepwright.cache.guard.word.Word;
import io.stepwright.cache.guard.word.Words;
import java.util.HashMap;
import java.util.Map;

/**
 * Categories with a few well-known members: a question about one member is not about another,
 * although their embeddings are near each other. Synonyms stand side by side.
 */
final class Alternatives {

  private static final String KINDS =
      """
      red | blue | green | yellow | orange | purple | pink | brown | black | white | grey gray
      small | medium | large
      north | south | east | west
      breakfast | lunch | dinner supper
      chicken | beef steak | pork bacon ham | lamb | turkey | duck | salmon | tuna | shrimp prawn
      coffee | tea | juice | beer | wine | milk
      car | bike bicycle | motorcycle motorbike | van | truck lorry | bus coach | train | tram | ferry | plane
      dog puppy | cat kitten | hamster | rabbit | horse
      mother mum mom | father dad | brother | sister | son | daughter | husband | wife | uncle | aunt | cousin
      adult grownup | child children kid | baby infant newborn | teenager teen | senior pensioner
      economy | business
      heart | liver | kidney | lung | stomach | knee | hip | ankle | wrist | elbow | shoulder
      email | sms | phone telephone | post | fax
      gold | silver | bronze | platinum
      fridge | freezer
      oven | microwave | stove hob | grill
      kitchen | bathroom | bedroom | garage
      beginner | intermediate | advanced
      triangle | circle | square | rectangle
      production | staging
      wedding | funeral
      billing | delivery shipping
      checking current | savings saving
      """;

  /**
   * By the stem of a member: the number of its category times 100, plus its position in the
   * category.
   */
  private static final Map<String, Integer> MEMBERS = new HashMap<>();

  static {
    int kind = 0;
    for (String line : Lists.lines(KINDS)) {
      kind += 100;
      int place = 0;
      for (String member : line.split("\\|", -1)) {
        for (String name : Lists.words(member)) {
          MEMBERS.put(Stem.of(name), kind + place);
        }
        place++;
      }
    }
  }

  private Alternatives() {}

  /** Tells whether each text names a member of a category that the other text does not name. */
  static boolean differ(Words one, Words other) {
    for (Word word : one.list()) {
      Integer member = MEMBERS.get(word.stem());
      if (member == null || names(other, member)) {
        continue;
      }
      for (Word against : other.list()) {
        Integer rival = MEMBERS.get(against.stem());
        if (rival != null
            && !rival.equals(member)
            && rival / 100 == member / 100
            && !names(one, rival)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean names(Words words, Integer member) {
    for (Word word : words.list()) {
      if (member.equals(MEMBERS.get(word.stem()))) {
        return true;
      }
    }
    return false;
  }
}
