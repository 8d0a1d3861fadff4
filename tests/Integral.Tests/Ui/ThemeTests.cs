using Integral.Platform.Recipes;
using Integral.Platform.Settings;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Ui;

/// <summary>A theme is what the host refers to; where there are several, an institution chooses.</summary>
public sealed class ThemeTests(District district, ThemeTests.WithPlain two) : IClassFixture<District>, IClassFixture<ThemeTests.WithPlain>
{
    [Fact]
    public async Task With_one_theme_there_is_nothing_to_choose()
    {
        Assert.Equal(["Horizon"], district.Services.GetRequiredService<Themes>().Names);
        var page = await (await district.SignInAsync("admin")).OpenAsync("/Admin/Brand");
        Assert.NotNull(page.Document.QuerySelector("[name='Form.Main']"));
        Assert.Null(page.Document.QuerySelector("[name='Form.Theme']"));
    }

    [Fact]
    public async Task A_theme_that_the_host_refers_to_can_be_chosen()
    {
        Assert.Equal(["Horizon", "Plain"], two.Services.GetRequiredService<Themes>().Names);
        var admin = await two.SignInAsync("admin");
        Assert.Contains("Integral.Theme.Horizon", await two.Visitor().ReadAsync("/school-1/"), StringComparison.Ordinal);

        var saved = await admin.SubmitAsync("/school-1/Admin/Brand", new() { ["Form.Theme"] = "Plain" });

        Assert.True(saved.IsRedirect, saved.Errors);
        Assert.DoesNotContain("Integral.Theme.Horizon", await two.Visitor().ReadAsync("/school-1/"), StringComparison.Ordinal);
        Assert.Contains("Integral.Theme.Horizon", await two.Visitor().ReadAsync("/school-2/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_is_told_which_themes_there_are()
    {
        var told = await district.InTenantAsync("school-2", async services =>
        {
            var file = Path.Combine(district.Folder, "theme.recipe.json");
            await File.WriteAllTextAsync(file, """{ "name": "theme", "steps": [ { "name": "themes", "site": "TheBlogTheme", "admin": "horizon" } ] }""");
            return (await services.GetRequiredService<RecipeUse>().RunAsync(district.Tenant("school-2"), RecipeFile.Read(file), isLenient: true)).LeftOut;
        });
        Assert.Equal("There is no theme 'TheBlogTheme' here. There are: Horizon.", Assert.Single(told).What.ToString());
    }

    /// <summary>The demo on a host that refers to one theme more, which overrides nothing.</summary>
    public sealed class WithPlain : District
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddRazorPages().ConfigureApplicationPartManager(parts => parts.ApplicationParts.Add(new Reference())));
        }

        private sealed class Reference : ApplicationPart
        {
            public override string Name => "Integral.Theme.Plain";
        }
    }
}
