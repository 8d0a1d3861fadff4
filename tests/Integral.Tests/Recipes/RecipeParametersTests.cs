using Integral.Platform.Localization;
using Integral.Platform.Recipes;

namespace Integral.Tests.Recipes;

public sealed class RecipeParametersTests
{
    [Fact]
    public void A_register_s_address_and_the_culture_are_there_for_recipes_and_what_it_lacks_is_empty()
    {
        var parameters = RecipeParameters.Of(new("Гімназія № 9", "school-9", "school")
        {
            Culture = "uk", Parameters = new Dictionary<string, string> { ["Locality"] = "Київ", ["Address"] = "вулиця Садова, 1" },
        });

        Assert.Equal("Гімназія № 9|uk|Київ, вулиця Садова, 1|", $"{parameters["SiteName"]}|{parameters["culture"]}|{parameters["PostalAddress"]}|{parameters["WebSite"]}");
        Assert.Equal("", RecipeParameters.Of(new("School", "school-9", "school"))["PostalAddress"]);
    }

    [Fact]
    public void Every_language_has_its_first_pages() =>
        Assert.All(Texts.Cultures, culture => Assert.NotNull(new RecipeShelf().Called($"starter-{culture}")));
}
