using Integral.Platform;
using Integral.Platform.Modules;
using Integral.Platform.Tenancy;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Integral.Tests.Tenancy;

/// <summary>News needs Pages; Blog answers the same address as News.</summary>
public sealed class FeatureSwitchesTests
{
    private readonly FeatureSwitches switches = new(new(new Made()), new([new DefaultEndpointDataSource(Page("Integral.News"), Page("Integral.Blog"))]));

    [Fact]
    public void Switching_on_brings_what_it_needs() =>
        Assert.Superset(new HashSet<string> { "Integral.News", "Integral.Pages" }, switches.After(With(), ["integral.news"], []).ToHashSet());

    [Fact]
    public void What_others_need_is_not_switched_off_and_they_are_named()
    {
        var refused = Assert.Throws<RuleException>(() => switches.After(With("Integral.News", "Integral.Pages"), [], ["Integral.Pages"]));

        Assert.Equal("'Pages' can't be switched off while these need it: News.", Said(refused));
    }

    [Fact]
    public void With_those_that_need_it_it_is_switched_off() =>
        Assert.DoesNotContain("Integral.Pages", switches.After(With("Integral.News", "Integral.Pages"), [], ["Integral.Pages", "Integral.News"]));

    [Fact]
    public void What_is_always_on_stays_on() =>
        Assert.Contains("can't be switched off", Assert.Throws<RuleException>(() => switches.After(With(), [], ["Integral.Platform"])).Sentence.Key);

    [Fact]
    public void Two_features_of_one_address_are_not_both_on() =>
        Assert.Contains("both answer", Assert.Throws<RuleException>(() => switches.After(With("Integral.News", "Integral.Pages"), ["Integral.Blog"], [])).Sentence.Key);

    [Fact]
    public void An_unknown_feature_is_refused() => Assert.Throws<RuleException>(() => switches.After(With(), ["Integral.Nothing"], []));

    [Fact]
    public void An_institution_that_is_older_than_a_module_used_to_lack_what_nobody_can_switch_off()
    {
        var (modules, old) = (new ModuleCatalog(new Made()), new Tenant { Name = "Old", Path = "old", Kind = TenantKind.School, Culture = "ru" });
        Assert.True(modules.IsOn("Integral.Platform", old));
        Assert.False(modules.IsOn("Integral.Pages", old));
    }

    private static string[] With(params string[] features) => features;

    // A nested sentence is a record; the text is what Texts would say in English.
    private static string Said(RuleException rule) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, rule.Sentence.Key, [.. rule.Sentence.Args.Select(a => $"{a}")]);

    private static RouteEndpoint Page(string feature) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse("/news"), 0, new(new FeatureMetadata(feature), new HttpMethodMetadata(["GET"])), feature);

    private sealed class Made : IntegralModule
    {
        public override string Name => "Made";
        public override string Description => "Made up";
        public override IReadOnlyList<Feature> Features =>
            [new("Integral.Pages", "Pages", ""), new("Integral.News", "News", "") { DependsOn = ["Integral.Pages"] }, new("Integral.Blog", "Blog", "")];
    }
}
