using System.Text.Json.Nodes;
using Integral.People.Recipes;
using Integral.Platform;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace Integral.Tests.People;

public sealed class UsersStepTests
{
    private static readonly Tenant School = new() { Name = "School", Path = "school", Kind = TenantKind.School, Culture = "ru" };

    [Fact]
    public void The_same_entry_is_the_same_person_each_time()
    {
        var (first, again) = (Read("""{"UserName":"anna","FamilyName":"Ким"}"""), Read("""{"UserName":"ANNA","FamilyName":"Ким"}"""));

        Assert.NotNull(first.PersonId);
        Assert.Equal(first.PersonId, again.PersonId);
    }

    [Fact]
    public void A_given_person_may_be_in_two_institutions()
    {
        var id = Guid.CreateVersion7();

        Assert.Equal(id, Read($$"""{"Email":"a@b.kz","Name":"Ким Анна","PersonId":"{{id}}"}""").PersonId);
    }

    [Fact]
    public void Somebody_without_a_name_is_no_person() => Assert.Null(Read("""{"UserName":"robot"}""").PersonId);

    [Theory]
    [InlineData("""{"Name":"Ким Анна"}""", "A user needs a UserName or an Email.")]
    [InlineData("""{"UserName":"anna","Reach":"Everywhere"}""", "It can be Here or HereAndBelow.")]
    [InlineData("""{"UserName":"anna","Reach":"7"}""", "It can be Here or HereAndBelow.")]
    [InlineData("""{"UserName":"anna","Password":"short"}""", "A password has at least 10 characters.")]
    public void What_is_wrong_is_said(string json, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<RuleException>(() => Read(json)).Sentence.ToString());

    [Fact]
    public void Roles_and_reach_are_read()
    {
        var user = Read("""{"UserName":"anna","RoleNames":["head","head"],"Reach":"HereAndBelow"}""");

        Assert.Equal(["head"], user.Roles);
        Assert.Equal(Reach.HereAndBelow, user.Reach);
    }

    private static RecipeUser Read(string json) => RecipeUser.Read(JsonNode.Parse(json)!.AsObject(), School, new DateTime(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc), new UpperInvariantLookupNormalizer());
}
