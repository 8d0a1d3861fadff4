using System.Net;
using Integral.Platform.Settings;
using Integral.Tests.Kit;

namespace Integral.Tests.People;

public sealed class AuditPageTests(District district) : IClassFixture<District>
{
    [Theory, InlineData("""{"PageTitleFormat":"{% page_title %}"}"""), InlineData("{not json"), InlineData("""{"Deep":{"Deeper":{"Name":"x"}},"List":["{a"]}""")]
    public async Task A_setting_with_a_brace_in_it_used_to_take_the_whole_page_away(string value)
    {
        await district.InDbAsync("school-1", async db =>
        {
            db.Add(new Setting { Name = $"Seo{Guid.NewGuid():N}", Value = value });
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.OK, await (await district.SignInAsync("head", "/school-1")).StatusAsync("/school-1/Admin/Audit"));
    }
}
