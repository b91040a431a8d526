package io.stepwright.benchmarks.cache;

import java.util.List;
import java.util.Map;

/** The words of which questions are composed. */
final class Vocabulary {

  /** The first words of a question, each with synonyms of the same number of words. */
  static final List<List<String>> OPENINGS =
      List.of(
          List.of("How do I", "How can I", "How could I", "How would I", "How might I"),
          List.of("Where can I", "Where could I", "Where might I", "Where would I", "Where do I"),
          List.of("When can I", "When could I", "When might I", "When would I", "When do I"));

  static final List<String> VERBS =
      words(
          "return exchange repair cancel track insure register activate upgrade replace store clean"
              + " rent sell assemble customise collect wrap reorder reserve install recycle connect"
              + " configure calibrate lend service test refill donate polish unlock charge mount"
              + " update reset label ship dismantle measure");

  static final List<String> ATTRIBUTES =
      words(
          "new old broken blue red leather wooden digital portable heavy small expensive refurbished"
              + " faulty scratched vintage plastic electric folding waterproof noisy wireless"
              + " handmade rusty discounted stolen second-hand oversized Italian silver yellow"
              + " custom cracked engraved solar inherited borrowed tiny antique glass");

  /** Synonyms of some attributes. */
  static final Map<String, String> LIKE =
      Map.ofEntries(
          Map.entry("old", "aged"),
          Map.entry("broken", "defective"),
          Map.entry("wooden", "timber"),
          Map.entry("heavy", "weighty"),
          Map.entry("small", "little"),
          Map.entry("expensive", "pricey"),
          Map.entry("refurbished", "renovated"),
          Map.entry("faulty", "malfunctioning"),
          Map.entry("electric", "powered"),
          Map.entry("folding", "foldable"),
          Map.entry("noisy", "loud"),
          Map.entry("rusty", "corroded"),
          Map.entry("discounted", "reduced"),
          Map.entry("second-hand", "used"),
          Map.entry("oversized", "huge"),
          Map.entry("cracked", "fractured"),
          Map.entry("tiny", "minuscule"));

  static final List<String> OBJECTS =
      words(
          "keyboard bicycle washing-machine tent camera guitar sofa necklace laptop backpack freezer"
              + " telescope treadmill printer pushchair lawnmower microscope wardrobe drone violin"
              + " toaster suitcase mattress headset dishwasher kayak projector wristwatch stroller"
              + " thermostat bookshelf router surfboard blender typewriter chandelier helmet piano"
              + " speaker fireplace dehumidifier skateboard vacuum turntable doorbell greenhouse"
              + " wheelchair saxophone aquarium radiator snowboard kettle trampoline hammock drill"
              + " generator binoculars curtain carpet mirror sewing-machine ladder scooter tablet"
              + " television juicer hearing-aid lamp chessboard umbrella smartphone barbecue oven"
              + " monitor harp crib chainsaw compass clarinet jacket boots sunglasses wallet ring"
              + " dictionary encyclopedia puzzle easel canoe parachute saddle aquarelle tripod"
              + " microwave heater air-conditioner fan safe scanner modem battery charger webcam"
              + " joystick console accordion trumpet cello drumkit flute harmonica ukulele banjo");

  /** Endings of five words each. */
  static final List<String> SITUATIONS =
      List.of(
          "that arrived two weeks late",
          "which I ordered by mistake",
          "if the invoice is lost",
          "while I am living abroad",
          "for a friend of mine",
          "although the guarantee has ended",
          "as a gift for somebody",
          "through the app on Android",
          "at the branch in Lisbon",
          "with a voucher from work",
          "because the colour has faded",
          "since the courier damaged it",
          "during the annual summer sale",
          "on a student budget plan",
          "when the helpline stays busy",
          "in time for a wedding",
          "for use on a boat",
          "that my neighbour left here",
          "without calling a technician first",
          "under the European consumer law",
          "using only my email address",
          "if the box is missing",
          "and get the deposit back",
          "so the insurance pays everything",
          "that belongs to my company",
          "for the school music room",
          "with help from your staff",
          "despite the heavy morning rain",
          "inside a very small flat",
          "even though the shop moved",
          "after the software was changed",
          "by means of monthly instalments",
          "for a customer in Norway",
          "that makes a strange smell",
          "as the manual is Chinese",
          "when nobody is at home",
          "from the warehouse near Leeds",
          "on behalf of my grandmother",
          "with the points I earned",
          "because the power went out",
          "for our volunteer fire brigade",
          "if the seller went bankrupt",
          "that was bought at auction",
          "while the website is offline",
          "in an environmentally friendly way",
          "under an extended service contract",
          "since the lock got stuck",
          "for the theatre props department",
          "with a foreign bank card",
          "before the tax year closes");

  /** Beginnings of six words each, on subjects that have nothing to do with a shop. */
  static final List<String> OTHER_SUBJECTS =
      List.of(
          "Tell me why ancient Roman senators",
          "Explain how migrating arctic birds usually",
          "Describe what deep sea volcanoes probably",
          "Say whether medieval Venetian bankers often",
          "Summarise why quantum physicists still sometimes",
          "Recall which Hungarian composers once secretly",
          "Discuss how tropical rainforest ants quickly",
          "Outline when Viking explorers supposedly first");

  static final List<String> OTHER_VERBS =
      words(
          "influenced changed avoided reached described admired feared imitated misunderstood shaped"
              + " followed endangered rescued celebrated ignored");

  /** Endings of five words each. */
  static final List<String> OTHER_OBJECTS =
      List.of(
          "the tides of northern oceans",
          "early maps of the stars",
          "a small kingdom in Asia",
          "the grammar of dead languages",
          "stone bridges across mountain rivers",
          "the growth of coral reefs",
          "theories about light and time",
          "songs of wandering desert tribes",
          "the price of black pepper",
          "glaciers on the southern continent",
          "myths about dragons and giants",
          "the shape of human cities",
          "rituals around birth and harvest",
          "machines driven by falling water",
          "the spread of printed books",
          "magnetic fields of distant planets",
          "portraits painted in cold cellars",
          "the memory of large elephants",
          "games played with wooden dice",
          "storms above the Indian ocean",
          "the taste of wild honey",
          "caves hidden behind frozen waterfalls",
          "treaties signed on river islands",
          "the colours of butterfly wings",
          "proofs concerning very large primes",
          "horses bred for royal guards",
          "the rhythm of village dances",
          "mushrooms growing on burnt wood",
          "letters written with invisible ink",
          "the silence of winter forests",
          "clocks built without any metal",
          "rivers that vanish in sand",
          "the smell of old libraries",
          "alphabets invented by lonely monks",
          "comets visible in bright daylight",
          "the fall of walled harbours",
          "gardens floating on quiet lakes",
          "spices carried by patient camels");

  private Vocabulary() {}

  private static List<String> words(String words) {
    return List.of(words.split(" "));
  }
}
