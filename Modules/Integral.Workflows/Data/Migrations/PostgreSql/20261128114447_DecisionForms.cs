using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Workflows.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class DecisionForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Answers",
                table: "workflow_tasks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Form",
                table: "workflow_tasks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Answers",
                table: "workflow_steps",
                type: "text",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "RoleNames",
                table: "workflow_stages",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(1400)",
                oldMaxLength: 1400);

            migrationBuilder.CreateTable(
                name: "workflow_starts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TypeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_starts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workflow_starts_workflow_types_TypeId",
                        column: x => x.TypeId,
                        principalTable: "workflow_types",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_starts_At",
                table: "workflow_starts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_starts_TypeId",
                table: "workflow_starts",
                column: "TypeId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "workflow_starts");

            migrationBuilder.DropColumn(
                name: "Answers",
                table: "workflow_tasks");

            migrationBuilder.DropColumn(
                name: "Form",
                table: "workflow_tasks");

            migrationBuilder.DropColumn(
                name: "Answers",
                table: "workflow_steps");

            migrationBuilder.AlterColumn<string>(
                name: "RoleNames",
                table: "workflow_stages",
                type: "character varying(1400)",
                maxLength: 1400,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(2000)",
                oldMaxLength: 2000);
        }
    }
}
