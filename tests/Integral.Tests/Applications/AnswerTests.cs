using Integral.Applications.Forms;
using Integral.Platform;
using Integral.Workflows.Contracts;

namespace Integral.Tests.Applications;

/// <summary>Answers beside questions: what is asked after which answers, what is kept, and all that is wrong.</summary>
public sealed class AnswerTests
{
    private static readonly AskedField
        Payer = new("payer", AskedKind.One, Said("Кто платит?")) { IsRequired = true, Choices = [new("self", Said("Я сам")), new("employer", Said("Работодатель"))] },
        Employer = new("employer_name", AskedKind.Text, Said("Название работодателя")) { IsRequired = true, When = new("payer", Comparison.Equal, "employer") },
        Height = new("height", AskedKind.Number, Said("Рост")),
        Tall = new("tall", AskedKind.YesNo, Said("Нужен ли большой костюм?")) { When = new("height", Comparison.AtLeast, "190") },
        Born = new("since", AskedKind.Day, Said("С какого дня работаете?")),
        Evenings = new("evenings", AskedKind.Several, Said("Вечера")) { Choices = [new("monday", Said("Понедельник")), new("friday", Said("Пятница"))] };

    private static readonly AskedForm Form = new([Payer, Employer, Height, Tall, Born, Evenings]);

    [Fact]
    public void What_is_not_asked_after_other_answers_is_neither_demanded_nor_taken()
    {
        Assert.Equal(["payer", "height", "since", "evenings"], Names(Sheet(("payer", "self"))));
        Assert.Empty(Sheet(("payer", "self")).Faults);
        Assert.Equal(["employer_name: Answer this question."], Faults(Sheet(("payer", "employer"))));
        Assert.Equal(["employer_name: This isn't asked after the other answers: leave it empty."], Faults(Sheet(("payer", "self"), ("employer_name", "Завод"))));
        Assert.Contains("tall", Names(Sheet(("payer", "self"), ("height", "190,5"))));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_and_a_question_nobody_asks_is_named()
    {
        Assert.Equal(["shoe: There is no question 'shoe' here.", "payer: 'bank' isn't one of the answers that can be chosen.", "height: 'tall' is no number.", "since: '31.02.2020' is no day; it is written like 2026-09-01.", "evenings: 'sunday' isn't one of the answers that can be chosen."],
            Faults(Sheet(("shoe", "43"), ("payer", "bank"), ("height", "tall"), ("since", "31.02.2020"), ("evenings", "sunday"))));
        Assert.Equal(["payer: Only one answer is asked for.", "employer_name: Answer this question."], Faults(new AnswerSheet(Form, new Dictionary<string, IReadOnlyList<string>> { ["payer"] = ["self", "employer"] }, "ru", "ru")));
        Assert.Equal(["employer_name: At most 300 characters."], Faults(Sheet(("payer", "employer"), ("employer_name", new('я', 301)))));
    }

    [Fact]
    public void An_answer_keeps_the_question_as_it_was_asked_and_the_words_that_were_chosen()
    {
        var kept = Sheet(("payer", " employer "), ("employer_name", "Завод"), ("height", "1 82,50"), ("since", "1.9.2020")).Kept;
        Assert.Equal(["payer|Кто платит?|employer|Работодатель", "employer_name|Название работодателя|Завод|", "height|Рост|182.50|", "since|С какого дня работаете?|2020-09-01|"],
            kept.Select(k => $"{k.Name}|{k.Label}|{string.Join(',', k.Values)}|{string.Join(',', k.Words ?? [])}"));
        Assert.Equal("Who pays?", new AnswerSheet(new([Payer with { Label = Said("Кто платит?", "Who pays?") }]), new Dictionary<string, IReadOnlyList<string>> { ["payer"] = ["self"] }, "en", "ru").Kept[0].Label);
    }

    [Fact]
    public void A_form_that_can_not_be_so_is_refused_at_its_place()
    {
        Assert.Equal("Fields[1].Name", Refused(Payer, Payer));
        Assert.Equal("Fields[0].Name", Refused(Height with { Name = "Рост" }));
        Assert.Equal("Fields[0].Label", Refused(Height with { Label = Worded.Nothing }));
        Assert.Equal("Fields[0].Choices", Refused(Payer with { Choices = [Payer.Choices[0]] }));
        Assert.Equal("Fields[0].When", Refused(Employer));                                                     // what stands after can't be asked about
        Assert.Equal("Fields[1].When", Refused(Payer, Employer with { When = new("payer", Comparison.Equal, "bank") }));
        Assert.Equal("Fields[0].When", Refused(Height with { When = new("height", Comparison.IsSaid, null) }));
        Assert.Equal("Fields[0].Label", Refused(Height with { Label = new Dictionary<string, string> { ["de"] = "Größe" } }));
    }

    private static Dictionary<string, string> Said(string ru, string? en = null) => en is null ? new() { ["ru"] = ru } : new() { ["ru"] = ru, ["en"] = en };

    private static AnswerSheet Sheet(params (string Name, string Value)[] said) => new(Form, said.ToDictionary(s => s.Name, s => (IReadOnlyList<string>)[s.Value]), "ru", "ru");
    private static IEnumerable<string> Names(AnswerSheet sheet) => sheet.Shown.Select(f => f.Name);
    private static IEnumerable<string> Faults(AnswerSheet sheet) => sheet.Faults.Select(f => $"{f.Name}: {f.What}");
    private static string Refused(params AskedField[] fields) => Assert.Throws<RuleException>(() => new AskedForm(fields).Check()).Field;
}
