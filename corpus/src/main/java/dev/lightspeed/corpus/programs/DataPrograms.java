package dev.lightspeed.corpus.programs;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Table;
import com.google.common.collect.TreeMultiset;
import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.Pass;
import dev.lightspeed.harness.workload.SplitMix64;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlScript;
import org.apache.commons.jexl3.MapContext;

/** Libraries that read, query and compare data. */
final class DataPrograms {

  private DataPrograms() {}

  static List<Program> list() {
    return List.of(
        new Program("csv_parse", Family.DATA, DataPrograms::csv),
        new Program("diff_lines", Family.DATA, DataPrograms::diff),
        new Program("guava_tables", Family.DATA, DataPrograms::guava),
        new Program("h2_queries", Family.DATA, DataPrograms::h2),
        new Program("jexl_rules", Family.DATA, DataPrograms::jexl));
  }

  private static Pass csv() throws IOException {
    StringBuilder text = new StringBuilder("id,name,mail,age\r\n");
    for (Person person : Inputs.people(Inputs.random("csv"), 1_000)) {
      text.append(person.getId()).append(",\"").append(person.getName()).append(" \"\"jr\"\"\",");
      text.append(person.getMail()).append(',').append(person.getAge()).append("\r\n");
    }
    String table = text.toString();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return () -> {
      long sum = 0;
      try (CSVParser parser = CSVParser.parse(new StringReader(table), format)) {
        for (CSVRecord row : parser) {
          sum = sum * 31 + row.get("name").length() + Integer.parseInt(row.get("age"));
        }
      }
      return sum;
    };
  }

  private static Pass diff() {
    SplitMix64 random = Inputs.random("diff");
    List<String> left = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      left.add(Inputs.paragraph(random, 1));
    }
    List<String> right = new ArrayList<>(left);
    for (int i = 0; i < 40; i++) {
      int line = random.below(right.size());
      switch (random.below(3)) {
        case 0 -> right.remove(line);
        case 1 -> right.add(line, Inputs.word(random));
        default -> right.set(line, right.get(line) + " " + Inputs.word(random));
      }
    }
    return () ->
        String.join(
            "\n",
            UnifiedDiffUtils.generateUnifiedDiff(
                "left", "right", left, DiffUtils.diff(left, right), 2));
  }

  private static Pass guava() {
    List<String> lines = new ArrayList<>();
    SplitMix64 random = Inputs.random("guava");
    for (int i = 0; i < 150; i++) {
      lines.add(String.join(" ; ", Inputs.words(random, 6)));
    }
    Splitter splitter = Splitter.on(';').trimResults().omitEmptyStrings();
    return () -> {
      TreeMultiset<String> counts = TreeMultiset.create();
      Table<Integer, Character, Integer> table = HashBasedTable.create();
      for (String line : lines) {
        for (String word : splitter.split(line)) {
          counts.add(word);
          Integer seen = table.get(word.length(), word.charAt(0));
          table.put(word.length(), word.charAt(0), seen == null ? 1 : seen + 1);
        }
      }
      ImmutableListMultimap<Integer, String> byLength =
          Multimaps.index(counts.elementSet(), String::length);
      long sum = 0;
      for (Table.Cell<Integer, Character, Integer> cell : table.cellSet()) {
        sum += cell.hashCode();
      }
      return sum + Joiner.on(',').withKeyValueSeparator('=').join(byLength.asMap());
    };
  }

  private static Pass h2() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:h2:mem:", "sa", "");
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table person(id int primary key, name varchar, age int)");
      statement.execute("create index by_age on person(age)");
    }
    PreparedStatement insert = connection.prepareStatement("insert into person values(?, ?, ?)");
    List<Person> people = Inputs.people(Inputs.random("h2"), 400);
    for (Person person : people) {
      insert(insert, person, 0);
    }
    connection.commit();
    PreparedStatement ages =
        connection.prepareStatement(
            "select age, count(*), max(name) from person where age between ? and ?"
                + " group by age having count(*) > 1 order by age desc");
    PreparedStatement older =
        connection.prepareStatement(
            "select a.name, b.name from person a join person b on a.age = b.age and a.id < b.id"
                + " where a.age > ? and upper(a.name) like 'K%'");
    return () -> {
      for (Person person : people.subList(0, 100)) {
        insert(insert, person, 1000);
      }
      ages.setInt(1, 20);
      ages.setInt(2, 60);
      older.setInt(1, 30);
      long sum = sum(ages) * 31 + sum(older);
      connection.rollback();
      return sum;
    };
  }

  private static void insert(PreparedStatement insert, Person person, int from)
      throws SQLException {
    insert.setInt(1, from + person.getId());
    insert.setString(2, person.getName());
    insert.setInt(3, person.getAge());
    insert.executeUpdate();
  }

  private static long sum(PreparedStatement query) throws SQLException {
    long sum = 0;
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          sum = sum * 31 + rows.getString(column).hashCode();
        }
      }
    }
    return sum;
  }

  private static Pass jexl() {
    JexlEngine engine = new JexlBuilder().strict(true).cache(16).create();
    JexlScript script =
        engine.createScript(
            """
            var fee = age >= 65 ? 0 : age < 25 ? 3 : 5;
            if (balance > 1000 && active) { fee = fee - 1; }
            for (var tag : tags) { fee = fee + size(tag) % 3; }
            fee * 100 + (name =^ 'ka' ? 1 : 0)
            """);
    List<Person> people = Inputs.people(Inputs.random("jexl"), 50);
    return () -> {
      StringBuilder fees = new StringBuilder();
      for (Person person : people) {
        JexlContext context = new MapContext();
        context.set("age", person.getAge());
        context.set("balance", person.getBalance());
        context.set("active", person.isActive());
        context.set("tags", person.getTags());
        context.set("name", person.getName());
        fees.append(script.execute(context)).append(' ');
      }
      return fees.toString();
    };
  }
}
