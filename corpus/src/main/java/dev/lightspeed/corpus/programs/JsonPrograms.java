package dev.lightspeed.corpus.programs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.Pass;
import java.util.List;

/** JSON: Jackson between text and beans, Gson from text to a tree and from beans to text. */
final class JsonPrograms {

  private JsonPrograms() {}

  static List<Program> list() {
    return List.of(
        new Program("gson_read", Family.JSON, JsonPrograms::gsonRead),
        new Program("gson_write", Family.JSON, JsonPrograms::gsonWrite),
        new Program("jackson_read", Family.JSON, JsonPrograms::jacksonRead),
        new Program("jackson_write", Family.JSON, JsonPrograms::jacksonWrite));
  }

  private static Pass gsonRead() {
    String text = new Gson().toJson(Inputs.people(Inputs.random("gson_read"), 150));
    return () -> {
      JsonArray array = JsonParser.parseString(text).getAsJsonArray();
      long sum = 0;
      for (JsonElement element : array) {
        JsonObject person = element.getAsJsonObject();
        sum = sum * 31 + person.get("age").getAsInt() + person.get("name").getAsString().length();
        sum += person.get("tags").getAsJsonArray().size();
      }
      return sum;
    };
  }

  private static Pass gsonWrite() {
    Gson gson = new Gson();
    List<Person> people = Inputs.people(Inputs.random("gson_write"), 80);
    return () -> gson.toJson(people);
  }

  private static Pass jacksonRead() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    String text = mapper.writeValueAsString(Inputs.people(Inputs.random("jackson_read"), 1_000));
    return () -> {
      long sum = 0;
      for (Person person : mapper.readValue(text, Person[].class)) {
        sum = sum * 31 + person.getAge() + person.getMail().length() + person.getTags().size();
        sum += Double.doubleToLongBits(person.getBalance());
      }
      return sum;
    };
  }

  private static Pass jacksonWrite() {
    ObjectMapper mapper = new ObjectMapper();
    List<Person> people = Inputs.people(Inputs.random("jackson_write"), 300);
    return () -> mapper.writeValueAsString(people);
  }
}
