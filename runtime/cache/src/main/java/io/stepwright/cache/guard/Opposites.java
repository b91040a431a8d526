package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.Lists;
import io.stepwright.cache.guard.word.Stem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Pairs of opposites: if one text has one and the other text the other, they do not ask the same.
 * Synonyms stand side by side. A plus sign marks adjectives that have a comparative.
 */
final class Opposites {

  private static final String PAIRS =
      """
      open reopen | close closed shut
      enable activate | disable deactivate
      start begin launch | stop end finish halt quit
      start begin | cancel
      allow allowed permit permitted let | forbid forbidden ban banned prohibit prohibited disallow block
      legal lawful | illegal unlawful
      include including included inclusive cover | exclude excluding excluded exclusive omit
      accept approve approved | reject decline deny refuse dismiss
      confirm | cancel
      join enrol enroll | leave
      add append insert | remove delete subtract
      attach | detach
      create make | delete destroy
      install | uninstall remove
      grant give | revoke
      keep retain | delete discard remove
      save | spend
      save | discard
      increase raise rise grow gain maximise maximize boost enlarge | decrease lower reduce fall shrink drop lose lost minimise minimize cut
      upgrade | downgrade
      pause suspend | resume continue
      show display reveal | hide conceal
      expand | collapse
      connect | disconnect
      mute | unmute
      encrypt | decrypt
      encode | decode
      compress zip | decompress extract unzip
      serialize serialise | deserialize deserialise
      push | pull
      import | export
      upload | download
      credit | debit
      deposit | withdraw withdrawal
      arrive arrival arriving | depart departure leave leaving
      inbound incoming | outbound outgoing
      eat | avoid
      use | avoid
      try | avoid
      recommend | avoid
      win won | lose lost
      pass passed | fail failed
      succeed success successful | fail failure unsuccessful
      hire | fire dismiss
      praise compliment | complain complaint
      love like | hate dislike
      agree | disagree
      remember recall | forget forgot forgotten
      find found | lose lost
      before prior within | after following
      since | until till
      under below beneath | over above
      inside within | outside
      indoor indoors | outdoor outdoors
      with | without
      more | less fewer
      most | least
      maximum max | minimum min
      upper | lower
      many | few
      much | little
      all every everyone everything each both | none nobody nothing neither
      all every everyone | some
      always | never
      always | sometimes
      required mandatory compulsory | optional voluntary
      all every | only
      high+ tall+ | low+ short+
      big+ large+ | small+ little tiny
      long+ | short+ brief
      deep+ | shallow+
      wide+ broad+ | narrow+
      thick+ | thin+
      heavy+ | light+
      strong+ | weak+
      fast+ quick+ | slow+
      early+ | late+
      old+ | new+ young+
      hot+ warm+ | cold+ cool+
      wet+ | dry+
      hard+ | soft+
      hard+ difficult tough+ | easy+ simple+
      rich+ | poor+
      bright+ | dark+ dim+
      light+ | dark+
      loud+ noisy+ busy+ | quiet+ silent
      clean+ | dirty+
      full+ | empty+
      full | free
      cheap+ inexpensive affordable | expensive costly pricey
      good best better | bad worst worse
      safe+ | dangerous risky harmful
      healthy+ | ill sick unhealthy
      advantage benefit pro upside | disadvantage drawback con downside
      positive | negative
      true | false
      right correct | wrong incorrect
      right | left
      front | back rear behind
      ahead | behind
      into | out
      onto | off
      towards toward | away
      near nearby close | far
      upstairs | downstairs
      indoors | outdoors
      clockwise | anticlockwise counterclockwise
      alive living | dead deceased
      awake | asleep
      married | single divorced
      present | absent
      guilty | innocent
      sunrise dawn | sunset dusk
      ancestor | descendant
      import | export
      minimum | maximum
      top | bottom
      first | last final
      next | previous
      forward forwards | backward backwards
      north northern | south southern
      east eastern | west western
      public | private
      internal | external
      domestic | international
      local | remote
      online | offline instore
      active | inactive
      ascending | descending
      horizontal | vertical
      synchronous sync | asynchronous async
      mutable | immutable
      static | dynamic
      read | write
      odd | even
      latitude | longitude
      together | alone
      grant granted | refuse refused
      weekly | biweekly fortnightly
      input | output
      serial sequential | parallel
      temporary temporarily | permanent permanently
      fixed | variable
      gross | net
      profit gain | loss
      income revenue earn earning | expense expenditure outgoings
      asset | liability
      cash | card
      male man men boy husband father dad son brother | female woman women girl wife mother mum mom daughter sister
      adult grownup | child children kid minor
      parent | child children kid
      employer | employee
      landlord | tenant
      buyer | seller
      sender | recipient receiver
      lender | borrower
      teacher | student pupil
      member | nonmember
      vegan vegetarian | meat
      raw | cooked
      fresh | frozen
      sweet | sour savoury savory
      spicy hot | mild
      boil | fry
      full | part
      will shall | did was were
      < <= | > >=
      """;

  /** The two sides of a pair differ in the last bit only. */
  private static final Map<String, int[]> SIDES = new HashMap<>();

  static {
    int pair = 0;
    for (String line : Lists.lines(PAIRS)) {
      int bar = line.indexOf('|');
      put(line.substring(0, bar), 2 * pair);
      put(line.substring(bar + 1), 2 * pair + 1);
      pair++;
    }
  }

  private Opposites() {}

  private static void put(String words, int side) {
    for (String word : Lists.words(words)) {
      if (word.endsWith("+")) {
        String base = word.substring(0, word.length() - 1);
        add(base, side);
        add(comparative(base) + "r", side);
        add(comparative(base) + "st", side);
      } else {
        add(word, side);
      }
    }
  }

  /**
   * Returns the base of an adjective's comparative, without its last letter: bigge, earlie, safe.
   */
  private static String comparative(String adjective) {
    int last = adjective.length() - 1;
    char end = adjective.charAt(last);
    if (end == 'e') {
      return adjective;
    }
    if (end == 'y') {
      return adjective.substring(0, last) + "ie";
    }
    boolean doubled = adjective.length() == 3 && "aeiou".indexOf(adjective.charAt(1)) >= 0;
    return doubled && end != 'w' ? adjective + end + "e" : adjective + "e";
  }

  private static void add(String word, int side) {
    SIDES.merge(Stem.of(word), new int[] {side}, Opposites::join);
  }

  private static int[] join(int[] sides, int[] more) {
    int[] both = Arrays.copyOf(sides, sides.length + more.length);
    System.arraycopy(more, 0, both, sides.length, more.length);
    return both;
  }

  /** Tells whether two stems are on opposite sides of a pair. */
  static boolean are(String stem, String other) {
    int[] sides = SIDES.get(stem);
    int[] others = SIDES.get(other);
    if (sides == null || others == null) {
      return false;
    }
    for (int side : sides) {
      for (int against : others) {
        if ((side ^ against) == 1) {
          return true;
        }
      }
    }
    return false;
  }
}
