namespace Integral.Tests.Localization;

public sealed class SourceTextsTests
{
    [Theory]
    [InlineData("""@T["Save"] and <a title="@T["Close \"it\""]">""", "Save|Close \"it\"")]
    [InlineData(""""texts["A" + "b" + @"c ""d"""]"""", "Abc \"d\"")]
    [InlineData("""T[isOpen ? "Close" : "Open", 5]""", "Close|Open")]
    [InlineData("""T[name] T[$"Dear {name}"] T[names["x"]]""", "")]
    [InlineData("""T.Plural(list.Count(a => a.Is("x, y")), "one day", "{0} days", z)""", "one day/{0} days")]
    [InlineData("""T.Say("You have {0} days left", days)""", "You have {0} days left")]
    [InlineData("""Rule.Require(Names.All(n => n != "a, (b"), "Taken.", "Name")""", "Taken.")]
    [InlineData("""throw new RuleException("Too late.")""", "Too late.")]
    [InlineData("""[Required, Display(Name = "E-mail", Order = 2)] string a; [Display(Prompt = "Where?")]""", "E-mail|Where?")]
    [InlineData("""new Permission(Edit, "Edit pages", Head)""", "Edit pages")]
    [InlineData("""new MenuItem("People", "/Admin/People/Index", null) { Icon = "x", Group = "School" }""", "People|School")]
    [InlineData("""IReadOnlyList<MenuItem> Menu => [new("People", "/Index", null), new("Groups", "/G", Edit) { Group = "School" }];""", "People|Groups|School")]
    [InlineData("""IReadOnlyList<Permission> Permissions { get; } = [new(Edit, "Edit pages", Head)]; var a = new(X, "no");""", "Edit pages")]
    [InlineData("""new Feature("Integral.X", "News", "Tells " + "news.") { DependsOn = ["Integral.Y"] }""", "News|Tells news.")]
    [InlineData("""class A : IntegralModule { public override string Name => "News"; public override string Description => "Tells."; }""", "News|Tells.")]
    [InlineData("""class A : Step { public override string Name => "News"; }""", "")]
    [InlineData("// T[\"a\"]\n/* T[\"b\"] */ var url = \"http://x\"; T[\"c\"]", "c")]
    public void Texts_are_found_in_code(string code, string found) => Assert.Equal(found, Found(code, "Modules/Integral.X/A.cs"));

    [Fact]
    public void Texts_are_found_in_pages_but_not_in_their_comments_and_attributes() =>
        Assert.Equal("It isn't|b", Found("<a href=\"https://x\" title=\"no\">don't</a>@* @T[\"a\"] *@ @T[\"It isn't\"] '@T[\"b\"]'", "Modules/Integral.X/A.cshtml"));

    [Fact]
    public void A_text_belongs_to_the_module_it_stands_in_and_a_theme_s_to_the_kit()
    {
        var text = Assert.Single(SourceTexts.In("\n\nT[\"a\"]", "Modules/Integral.X/Pages/A.cshtml"));
        Assert.Equal(("Modules/Integral.X", "Modules/Integral.X/Pages/A.cshtml:3"), (text.Module, text.Place));
        Assert.Equal("Modules/Integral.Ui", Assert.Single(SourceTexts.In("T[\"a\"]", "Themes/A.cshtml")).Module);
    }

    [Fact]
    public void Delivered_roles_have_texts() => Assert.Contains(SourceTexts.All(), s => s.Key == "Class teacher");

    private static string Found(string code, string file) =>
        string.Join('|', SourceTexts.In(code, file).Select(t => t.Plural is null ? t.Key : $"{t.Key}/{t.Plural}"));
}
